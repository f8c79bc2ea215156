import { canonicalJson, integrationTypes, nearestName, type ServiceId } from '../../domain';
import type { CreateService, IntegrationSpec, ProjectCommand } from '../commands';
import type { InstanceId, IntegrationEnd, IntegrationRecord, ProjectEvent } from '../events';
import { drawUuid } from '../seeded';
import type { ServiceState } from '../state';
import { accept, refuse } from './decision';
import type { DecideContext, Decision, Objection, Refused } from './decision';
import { checkCount, checkSize } from './check-size';
import { checkReplica } from './check-replica';
import { promotion } from './promotion';
import { replicaTypes } from './replica-types';
import { sealSettings } from './seal-settings';

type Command<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { readonly type: Type }>;
type Checked = Refused | { readonly kind: 'checked'; readonly record: IntegrationRecord };

/** Decides an integration on its own. */
export const decideCreateIntegration = (
  context: DecideContext,
  { project, integration: spec }: Command<'CreateIntegration'>,
): Decision => {
  if (replicaTypes.includes(spec.integrationType)) {
    return refuse(
      'operation_not_simulated',
      `An integration of type ${spec.integrationType} is simulated only together with a new service. Create the replica with it.`,
    );
  }
  const checked = checkIntegration(context, project, spec);
  return checked.kind === 'refused'
    ? checked
    : accept([{ type: 'IntegrationCreated', project, integration: checked.record }], checked.record.id);
};

/** Decides new settings of an integration, in place of all there were. */
export const decideUpdateIntegration = (
  context: DecideContext,
  { project, integrationId, userConfig }: Command<'UpdateIntegration'>,
): Decision => {
  const integration = context.integration(integrationId);
  if (integration?.project !== project) return integrationMissing(project, integrationId);
  const owner = { kind: 'integration', type: integration.integrationType } as const;
  const objection = checkSize(userConfig, 'integration');
  if (objection !== undefined) return objection;
  const sealed = sealSettings(context, owner, userConfig, integration.userConfig);
  if (sealed.kind === 'refused') return sealed;
  const changed = { ...integration, userConfig: sealed.settings };
  return accept([{ type: 'IntegrationChanged', project, integration: changed }]);
};

const integrationMissing = (project: string, integrationId: string): Decision =>
  refuse(
    'integration_not_found',
    `Project ${project} has no integration ${integrationId}. List its integrations, and check the id.`,
  );

/** Decides the end of an integration. */
export const decideDeleteIntegration = (
  context: DecideContext,
  { project, integrationId }: Command<'DeleteIntegration'>,
): Decision => {
  const integration = context.integration(integrationId);
  if (integration?.project !== project) return integrationMissing(project, integrationId);
  const promoted = replicaTypes.includes(integration.integrationType) ? promotion(context, integration) : [];
  return accept([{ type: 'IntegrationDeleted', project, integration }, ...promoted]);
};

/** Decides the integrations asked for together with a new service, and which service it then replicates. */
export const decideNewIntegrations = (
  context: DecideContext,
  command: CreateService,
  self: InstanceId,
):
  | Refused
  | { readonly kind: 'checked'; readonly events: readonly ProjectEvent[]; readonly followed: ServiceState | null } => {
  const events: ProjectEvent[] = [];
  let followed: ServiceState | null = null;
  for (const asked of distinct(command.integrations ?? [])) {
    const replica = replicaTypes.includes(asked.integrationType);
    const spec = completed(asked, command.service);
    const checked = checkIntegration(context, command.project, spec, self);
    if (checked.kind === 'refused') return checked;
    const { source } = checked.record;
    if (replica && source.kind === 'service') {
      followed = liveService(context, source) ?? null;
      if (followed === null && asked.sourceService !== undefined) return followsItself(command.service);
      const objection = checkReplica(context, command, followed);
      if (objection !== undefined) return objection;
    }
    events.push({ type: 'IntegrationCreated', project: command.project, integration: checked.record });
  }
  return { kind: 'checked', events, followed };
};

/** What is written twice is asked for once. */
const distinct = (integrations: readonly IntegrationSpec[]): readonly IntegrationSpec[] => [
  ...new Map(integrations.map((one) => [canonicalJson({ ...one }), one])).values(),
];

const followsItself = (service: string): Refused =>
  refuse(
    'service_not_found',
    `A replica follows another service, but ${service} names itself, which is not there. Name the service to follow.`,
    'replica',
  );

/** The end that a request leaves out is the new service itself. */
const completed = (asked: IntegrationSpec, service: string): IntegrationSpec => {
  const hasSource = asked.sourceService !== undefined || asked.sourceEndpoint !== undefined;
  const hasDestination = asked.destinationService !== undefined || asked.destinationEndpoint !== undefined;
  if (hasSource && !hasDestination) return { ...asked, destinationService: service };
  return hasSource ? asked : { ...asked, sourceService: service };
};

const checkIntegration = (
  context: DecideContext,
  project: string,
  spec: IntegrationSpec,
  self?: InstanceId,
): Checked => {
  if (!integrationTypes.includes(spec.integrationType)) {
    return refuse(
      'integration_type_unknown',
      `No integration type is called '${spec.integrationType.slice(0, 80)}'. ${meantType(spec.integrationType)}`,
    );
  }
  const source = readEnd(project, spec.sourceProject, spec.sourceService, spec.sourceEndpoint);
  const destination = readEnd(project, spec.destinationProject, spec.destinationService, spec.destinationEndpoint);
  if (source === undefined || destination === undefined) {
    return refuse(
      'request_invalid',
      'An integration needs a source and a destination: a service or an endpoint each. Name both.',
    );
  }
  const incarnations: string[] = [];
  for (const end of [source, destination]) {
    if (end.kind !== 'service') continue;
    const isSelf = self !== undefined && end.project === self.project && end.service === self.service;
    const incarnation = isSelf ? self.incarnation : liveService(context, end)?.incarnation;
    if (incarnation === undefined) {
      return refuse(
        'service_not_found',
        `Service ${end.service} is not in project ${end.project}. Check the ends of the integration.`,
        replicaTypes.includes(spec.integrationType) && end === source ? 'replica' : 'integration',
      );
    }
    incarnations.push(String(incarnation));
  }
  const id = integrationId(context.registry.seed, spec.integrationType, source, destination, incarnations);
  if (context.integration(id) !== undefined) {
    return refuse(
      'integration_already_exists',
      `An integration ${spec.integrationType} between these two already exists: ${id}. Use it.`,
    );
  }
  const objection = checkSize(spec.userConfig ?? {}, 'integration') ?? checkEnds(context, [source, destination]);
  if (objection !== undefined) return objection;
  const sealed = sealSettings(context, { kind: 'integration', type: spec.integrationType }, spec.userConfig ?? {});
  if (sealed.kind === 'refused') return sealed;
  return {
    kind: 'checked',
    record: { id, project, integrationType: spec.integrationType, source, destination, userConfig: sealed.settings },
  };
};

const meantType = (written: string): string => {
  const near = nearestName(written, integrationTypes);
  return near === undefined ? `Choose one of ${integrationTypes.slice(0, 9).join(', ')}, ...` : `Did you mean ${near}?`;
};

const checkEnds = (context: DecideContext, ends: readonly IntegrationEnd[]): Objection => {
  for (const end of ends) {
    const state = end.kind === 'service' ? liveService(context, end) : undefined;
    const objection = state && checkCount('integrations', state.integrations.length, `Service ${state.service}`);
    if (objection !== undefined) return objection;
  }
  return undefined;
};

const liveService = (context: DecideContext, end: ServiceId): ServiceState | undefined => {
  const state = context.service(end);
  return state?.terminatedAt === null ? state : undefined;
};

const readEnd = (
  ownProject: string,
  project: string | undefined,
  service: string | undefined,
  endpoint: string | undefined,
): IntegrationEnd | undefined => {
  if (service !== undefined) return { kind: 'service', project: project ?? ownProject, service };
  return endpoint === undefined ? undefined : { kind: 'endpoint', name: endpoint };
};

/** A UUID in form; the same for the same ends, so that parallel runs of one story agree. */
const integrationId = (
  seed: string,
  type: string,
  source: IntegrationEnd,
  destination: IntegrationEnd,
  incarnations: readonly string[],
): string => drawUuid(seed, 'integration', type, JSON.stringify([source, destination]), ...incarnations);
