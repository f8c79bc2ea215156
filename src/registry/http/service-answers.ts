import type { AnswerOf, BodyOf, Contract, OriginBody } from '../../api';
import { given, type Expectation, type ServiceId, type ServiceOrigin } from '../../domain';
import type { CreateService, MaintenanceAsked, UpdateService } from '../commands';
import type { Registry } from '../registry';
import { answered, onAccepted, onService, refused, type Reply } from './answer';
import { findForetellers } from './foretellers';
import { integrationSpec } from './integration-spec';
import { missingEndpoint } from './missing-endpoint';
import { withNearName } from './near-names';
import { ownerIn } from './owner-bodies';
import { bodyContext, serviceBody } from './service-body';

/** The answer of what shows a service. */
export type OneService = AnswerOf<Contract['ServiceGet']>;

type Done = AnswerOf<Contract['ServiceDelete']>;

/** Makes a service. The body has the shape of the contract. */
export const createService = (
  registry: Registry,
  project: string,
  body: BodyOf<Contract['ServiceCreate']>,
  by: string | null = null,
): Reply<OneService> => {
  const owner = body.forkcast?.owner;
  const missing = missingEndpoint(registry, project, body.service_integrations ?? []);
  if (missing !== undefined) return missing;
  const { service_name: service } = body;
  return carriedOut(registry, {
    type: 'CreateService',
    project,
    service,
    serviceType: body.service_type,
    userConfig: body.user_config ?? {},
    ...given({
      plan: body.plan,
      cloud: body.cloud,
      diskSpaceMb: body.disk_space_mb,
      tags: body.tags,
      copyTags: body.copy_tags,
      terminationProtection: body.termination_protection,
      projectVpcId: body.project_vpc_id,
      staticIps: body.static_ips,
      integrations: body.service_integrations?.map(integrationSpec),
      origin: body.forkcast?.origin === undefined ? undefined : readOrigin(body.forkcast.origin),
      owner: owner === undefined ? undefined : { ...ownerIn(owner), making: owner.making === true, by },
      from: body.forkcast?.from,
      latestTransaction: body.forkcast?.latest_transaction,
      maintenance: readWindow(body.maintenance),
      techEmails: body.tech_emails?.map(({ email }) => email),
    }),
  });
};

/** What a change takes for granted, and who asks for it. */
interface ChangeOptions {
  readonly expect?: Expectation | undefined;
  readonly by?: string | null;
}

/** Changes a service. The body has the shape of the contract. */
export const updateService = (
  registry: Registry,
  id: ServiceId,
  body: BodyOf<Contract['ServiceUpdate']>,
  { expect, by = null }: ChangeOptions = {},
): Reply<OneService> => {
  const owner = body.forkcast?.owner;
  return carriedOut(registry, {
    type: 'UpdateService',
    ...id,
    ...given({
      plan: body.plan,
      cloud: body.cloud,
      diskSpaceMb: body.disk_space_mb,
      powered: body.powered,
      terminationProtection: body.termination_protection,
      userConfig: body.user_config,
      maintenance: readWindow(body.maintenance),
      techEmails: body.tech_emails?.map(({ email }) => email),
      origin: body.forkcast?.origin === undefined ? undefined : readOrigin(body.forkcast.origin),
      owner: owner === undefined ? undefined : { ...ownerIn(owner), by },
      expect,
    }),
  });
};

/** A refusal names the rules that may have foretold this very request's. */
const carriedOut = (registry: Registry, command: CreateService | UpdateService): Reply<OneService> => {
  const { project, service } = command;
  const outcome = registry.execute(command);
  if (outcome.kind === 'accepted') return oneService(registry, { project, service });
  const { code, message } = outcome.refusal;
  const foretellers = findForetellers(registry, command, outcome.refusal);
  return withNearName<OneService>(registry, refused(code, message, foretellers), command);
};

/** Terminates a service. */
export const deleteService = (registry: Registry, id: ServiceId, { expect }: ChangeOptions = {}): Reply<Done> =>
  onAccepted(registry.execute({ type: 'TerminateService', ...id, ...given({ expect }) }), () =>
    answered({ message: 'deleted' }),
  );

/** Replaces all tags of a service. */
export const replaceTags = (
  registry: Registry,
  id: ServiceId,
  tags: Readonly<Record<string, string>>,
  { expect }: ChangeOptions = {},
): Reply<Done> =>
  onAccepted(registry.execute({ type: 'ReplaceTags', ...id, tags, ...given({ expect }) }), () =>
    answered({ message: 'updated' }),
  );

/** A live service as an answer, read again so that it shows what a command just changed. */
export const oneService = (registry: Registry, id: ServiceId): Reply<OneService> =>
  onService(registry, id, (detail) => answered({ service: serviceBody(detail, bodyContext(registry)) }));

/** The service that a path names. */
export const serviceIn = (part: (name: 'project' | 'service') => string): ServiceId => ({
  project: part('project'),
  service: part('service'),
});

const readWindow = (
  maintenance: { readonly dow?: string | undefined; readonly time?: string | undefined } | null | undefined,
): MaintenanceAsked | undefined => (maintenance ? given(maintenance) : undefined);

const readOrigin = (origin: OriginBody): ServiceOrigin => ({
  stack: origin.stack,
  path: origin.path,
  fingerprint: origin.fingerprint,
  latestTransaction: origin.latest_transaction,
});
