import type { ServiceBody } from '../../api';
import {
  given,
  holdsSecret,
  type JsonObject,
  type ServiceId,
  type ServiceRequest,
  type ServiceResource,
} from '../../domain';
import { buildDesiredService, formatDuration, type Claim } from '../../engine';
import { createOnlyKeys } from '../../planner';
import { originPath } from '../resources/declared-service';
import { estimatedTimeoutMs } from '../resources/service-timeout';

const sourceKeys: ReadonlySet<string> = new Set([
  'service_to_fork_from',
  'pg_service_to_fork_from',
  'project_to_fork_from',
]);

/** Why a service is not made again, as words after its name; undefined: it may be. Never throws. */
export const whyNotAgain = (
  { forkcast, service_type: type, state, termination_protection: isProtected, user_config: settings }: ServiceBody,
  followers: readonly string[],
): string | undefined => {
  if (!forkcast?.lineage) return 'is no fork: there is nothing to make it from again';
  if (isProtected) return 'is protected: turn termination_protection off in a run of its own first';
  if (state !== 'RUNNING') return `is ${state}, and not RUNNING: wait until it runs, or power it on`;
  if (followers.length > 0)
    return `is followed by ${followers.join(', ')}, which would follow nothing: let go of it first`;
  const pin = ['recovery_target_time', 'recovery_basebackup_name'].find((key) => isWritten(settings[key]));
  if (pin !== undefined && forkcast.origin?.latest_transaction !== true)
    return (
      `was made from ${pin} = ${JSON.stringify(settings[pin])}, which its configuration still says: take that out, ` +
      'or write another one'
    );
  const secret = Object.keys(settings).find((key) => !createOnlyKeys(type).has(key) && holdsSecret(type, key));
  const hidden = secret ?? Object.keys(forkcast.secrets ?? {})[0];
  return hidden === undefined
    ? undefined
    : `has the secret setting ${hidden}, which nobody is told again: replace the resource instead, terraform apply -replace`;
};

const isWritten = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * The fork as it is, to be made again: what it was made from, where and how large it is, its settings, tags, window and contacts, and
 * its static addresses.
 */
export const againResource = (
  id: ServiceId,
  body: ServiceBody,
  { stack, addresses }: { readonly stack: string; readonly addresses: readonly string[] },
): ServiceResource => {
  const { forkcast, maintenance, tech_emails: emails } = body;
  const isLatest = forkcast?.origin?.latest_transaction === true;
  return {
    project: id.project,
    service_name: id.service,
    service_type: body.service_type,
    plan: body.plan,
    cloud_name: body.cloud_name,
    ...(body.disk_space_mb > 0 ? { disk_space_mb: body.disk_space_mb } : {}),
    termination_protection: body.termination_protection,
    tags: body.tags,
    ...(maintenance === undefined || maintenance.dow === 'never'
      ? {}
      : { maintenance_window_dow: maintenance.dow, maintenance_window_time: maintenance.time }),
    ...given({ tech_emails: emails?.map(({ email }) => email) }),
    ...(addresses.length === 0 ? {} : { static_ips: [...addresses] }),
    user_config: settingsAgain(body),
    ...(forkcast?.lineage?.role === 'secondary' ? { from: 'secondary' } : {}),
    ...(isLatest ? { latest_transaction: true } : {}),
    on_fork_change: 'refuse',
    create_timeout: formatDuration(estimatedTimeoutMs(0)),
    wait_for_source: true,
    stack: forkcast?.origin?.stack ?? stack,
    path: forkcast?.origin?.path ?? originPath(id),
  };
};

/** Without what is read only while a service is made, but for its source. */
const settingsAgain = ({ service_type: type, user_config: settings }: ServiceBody): JsonObject =>
  Object.fromEntries(
    Object.entries(settings).filter(
      ([key, value]) => value !== null && (sourceKeys.has(key) || !createOnlyKeys(type).has(key)),
    ),
  );

/** The same for the rules, as a service that is not there. */
export const againRequest = (resource: ServiceResource): ServiceRequest => ({
  ...buildDesiredService(resource),
  address: `forkcast_service ${resource.service_name}`,
  stack: resource.stack,
  waitsForSource: true,
  change: { kind: 'create', reasons: [] },
});

/** Its holder, who stays what it is called; `making`: the new one is held when it runs. */
export const againClaim = (owner: string, { forkcast, create_time }: ServiceBody, making: boolean): Claim => {
  const holder = forkcast?.ownership?.owner;
  return {
    owner: {
      id: owner,
      label: {
        stack: holder?.stack ?? '',
        path: holder?.path ?? '',
        ...given({ workspace: holder?.workspace ?? undefined, host: holder?.host ?? undefined }),
      },
    },
    making,
    backend: 'provider',
    ...(making || forkcast === undefined
      ? {}
      : { known: { incarnation: forkcast.incarnation, createdAt: Date.parse(create_time) } }),
  };
};
