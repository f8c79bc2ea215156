import type { ServiceBody } from '../api';
import {
  known,
  unknown as unknownFact,
  type Fact,
  type JsonValue,
  type LiveService,
  type ServiceResource,
  serviceRequest,
  type ServiceRequest,
} from '../domain';
import { withoutSecrets } from './secrets';

/** What the registry answered, in the planner's words. Settings at the paths of declared secrets are not compared. */
export const readLiveService = (resource: ServiceResource, actual: ServiceBody): LiveService => {
  const { lineage, origin } = actual.forkcast ?? {};
  return {
    project: resource.project,
    service: resource.service_name,
    type: actual.service_type,
    plan: actual.plan,
    cloud: actual.cloud_name,
    diskSpaceMb: actual.disk_space_mb,
    state: actual.state,
    userConfig: withoutSecrets(actual.user_config, resource),
    tags: actual.tags,
    terminationProtection: actual.termination_protection,
    lineage: lineage ? { role: lineage.role, backupName: lineage.backup_name } : null,
    origin: origin ? { latestTransaction: origin.latest_transaction } : null,
  };
};

/**
 * A declared service in the planner's words. `unknown` are API names whose value is decided at apply; a key that was declared
 * `prior` and is not any more is reset.
 */
export const buildDesiredService = (
  resource: ServiceResource,
  { unknown = [], prior }: { readonly unknown?: readonly string[]; readonly prior?: ServiceResource } = {},
): ServiceRequest => {
  const fact = <T>(name: string, value: T): Fact<T> =>
    unknown.includes(name) ? unknownFact('known-after-apply') : known(value);
  const dropped = Object.keys(prior?.user_config ?? {}).map((key) => [key, null] as const);
  const settings: Readonly<Record<string, JsonValue>> = { ...Object.fromEntries(dropped), ...resource.user_config };
  const open = unknown.filter((name) => name.startsWith(settingPrefix)).map((name) => name.slice(settingPrefix.length));
  return serviceRequest({
    address: resource.path,
    project: known(resource.project),
    serviceName: known(resource.service_name),
    serviceType: fact('service_type', resource.service_type),
    plan: fact('plan', resource.plan),
    cloud: fact('cloud_name', resource.cloud_name),
    diskSpaceMb: fact('disk_space_mb', resource.disk_space_mb),
    terminationProtection: fact('termination_protection', resource.termination_protection),
    tags: fact('tags', resource.tags),
    powered: fact('powered', resource.powered),
    userConfig: Object.fromEntries([
      ...Object.entries(settings).map(([key, value]) => [key, known(value)] as const),
      ...open.map((key) => [key, unknownFact('known-after-apply')] as const),
    ]),
    from: resource.from ?? 'any',
    latestTransaction: resource.latest_transaction ?? false,
    onForkChange: resource.on_fork_change,
  });
};

const settingPrefix = 'user_config.';
