import type { AnswerOf, BodyOf, Contract, OriginBody } from '../../api';
import { given, type Expectation, type ServiceId, type ServiceOrigin } from '../../domain';
import type { CreateService, UpdateService } from '../commands';
import type { Registry } from '../registry';
import { answered, onService, refused, type Reply } from './answer';
import { findForetellers } from './foretellers';
import { integrationSpec } from './integration-spec';
import { missingEndpoint } from './missing-endpoint';
import { withNearName } from './near-names';
import { ownerIn } from './owner-bodies';
import { serviceBody } from './service-body';

/** The answer of what shows a service. */
export type OneService = AnswerOf<Contract['ServiceGet']>;

/** The create that a body asks for. */
export const createCommand = (
  project: string,
  body: BodyOf<Contract['ServiceCreate']>,
  by: string | null = null,
): CreateService => {
  const owner = body.forkcast?.owner;
  return {
    type: 'CreateService',
    project,
    service: body.service_name,
    serviceType: body.service_type,
    ...asked(body),
    userConfig: body.user_config ?? {},
    ...given({
      tags: body.tags,
      copyTags: body.copy_tags,
      projectVpcId: body.project_vpc_id,
      staticIps: body.static_ips,
      integrations: body.service_integrations?.map(integrationSpec),
      owner: owner && { ...ownerIn(owner), making: owner.making === true, by },
      from: body.forkcast?.from,
      latestTransaction: body.forkcast?.latest_transaction,
    }),
  };
};

/** Makes a service. The body has the shape of the contract. */
export const createService = (
  registry: Registry,
  project: string,
  body: BodyOf<Contract['ServiceCreate']>,
  by: string | null = null,
): Reply<OneService> => {
  const missing = missingEndpoint(registry, project, body.service_integrations ?? []);
  return missing ?? carriedOut(registry, createCommand(project, body, by));
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
  const stated = given({ powered: body.powered, owner: owner && { ...ownerIn(owner), by }, expect });
  return carriedOut(registry, { type: 'UpdateService', ...id, ...asked(body), ...stated });
};

/** What can be asked of a service whenever it is written. */
const asked = (body: BodyOf<Contract['ServiceCreate' | 'ServiceUpdate']>) =>
  given({
    plan: body.plan,
    cloud: body.cloud,
    diskSpaceMb: body.disk_space_mb,
    terminationProtection: body.termination_protection,
    userConfig: body.user_config,
    maintenance: body.maintenance ? given(body.maintenance) : undefined,
    techEmails: body.tech_emails?.map(({ email }) => email),
    origin: body.forkcast?.origin && readOrigin(body.forkcast.origin),
  });

/** A refusal names the rules that may have foretold this very request's. */
const carriedOut = (registry: Registry, command: CreateService | UpdateService): Reply<OneService> => {
  const { project, service } = command;
  const outcome = registry.execute(command);
  if (outcome.kind === 'accepted') return oneService(registry, { project, service });
  const { code, message } = outcome.refusal;
  const foretellers = findForetellers(registry, command, outcome.refusal);
  return withNearName<OneService>(registry, refused(code, message, foretellers), command);
};

/** A live service as an answer, read again so that it shows what a command just changed. */
export const oneService = (registry: Registry, id: ServiceId): Reply<OneService> =>
  onService(registry, id, (detail) => answered({ service: serviceBody(detail) }));

const readOrigin = (origin: OriginBody): ServiceOrigin => ({
  stack: origin.stack,
  path: origin.path,
  fingerprint: origin.fingerprint,
  latestTransaction: origin.latest_transaction,
});
