import { nearestServiceType, notSimulatedFields, serviceNamePattern } from '../../domain';
import type { JsonObject, NotSimulatedField, Plan, ServiceType } from '../../domain';
import type { CreateService } from '../commands';
import { instanceKey, projectStream } from '../events';
import type { NewService, OwnerRecord, RegistryEvent, ServiceEvent, StoredUser } from '../events';
import { mergeConfig } from '../evolve-service';
import { pickTerms } from '../plan-terms';
import { newServiceSizeMb, sizeMbAt } from '../schedule/size';
import { identify } from '../state';
import { isSealed } from '../vault';
import { askedBackupRegion, checkBackupRegion } from './check-backup-region';
import { followedSettings } from './check-replica';
import { checkTags } from './check-tags';
import { checkOwnerId } from './expectation';
import { checkSize } from './check-size';
import { checkAddress } from './check-record';
import { checkUserConfig } from './check-user-config';
import { accept, firstObjection, refuse } from './decision';
import type { DecideContext, Decision, Objection } from './decision';
import { projectMissing } from './find-service';
import { isGiven, readForkAsked } from './fork-request';
import { decideFork } from './fork-service';
import { decideNewIntegrations } from './integrations';
import { readReplicaAsked } from './replica-request';
import { checkDisk, checkFreeLimit, checkFreePlanChoices, checkPlacement } from './place-service';
import { sealSettings } from './seal-settings';
import { settlePlace } from './settle-place';
import { contactEvents, maintenanceEvents } from './update-service';

/**
 * Decides a new service. Order of checks, each only when those before passed: project, name, name taken, type, plan, choices of a
 * free plan, cloud, free services of the organization, disk, settings, fork keys, second backup region, tags, network, owner, then the fork
 * itself, then integrations. A taken name is a conflict whatever else is wrong.
 */
export const decideCreateService = (context: DecideContext, command: CreateService): Decision => {
  const project = context.project(command.project);
  if (project === undefined) return projectMissing(command.project);
  const before = context.service(command);
  const type = context.catalogue.serviceTypes.get(command.serviceType);
  const named = firstObjection(
    () => checkName(command.service),
    () => (before !== undefined && before.terminatedAt === null ? nameTaken(command, type) : undefined),
  );
  if (named !== undefined) return named;
  if (type === undefined) return typeMissing(context, command.serviceType);
  const settled = settlePlace(context, command, type);
  if (settled.kind === 'refused') return settled;
  const { plan } = settled;
  const cloud = settled.cloud ?? project.defaultCloud;
  const objection = firstObjection(
    () =>
      checkFreePlanChoices(plan, {
        cloud: command.cloud,
        vpc: command.projectVpcId,
        staticIps: command.staticIps ?? [],
      }),
    () => checkPlacement(context, plan, cloud),
    () => checkFreeLimit(context, plan, project.organization),
    () => checkDisk(plan, command.diskSpaceMb),
    () => checkUserConfig(type, command.userConfig),
    () => checkSize(command.userConfig),
  );
  if (objection !== undefined) return objection;
  return decideChecked(context, { command, type, plan, cloud, incarnation: (before?.incarnation ?? 0) + 1 });
};

/** A create whose place is settled. */
interface Checked {
  readonly command: CreateService;
  readonly type: ServiceType;
  readonly plan: Plan;
  readonly cloud: string;
  readonly incarnation: number;
}

const decideChecked = (context: DecideContext, checked: Checked): Decision => {
  const { type, plan, cloud, incarnation } = checked;
  const replica = readReplicaAsked(checked.command);
  if (replica.kind === 'refused') return replica;
  const command = replica.kind === 'replica' ? replica.command : checked.command;
  const fork = replica.kind === 'replica' ? ({ kind: 'none' } as const) : readForkAsked(command, type);
  if (fork.kind === 'refused') return fork;
  const objection = firstObjection(
    () =>
      checkBackupRegion(context, type, askedBackupRegion(command.userConfig), {
        cloud,
        region: { cloud: null },
      }),
    () => checkTags(command.tags),
    () => checkNetwork(context, command, cloud),
    () => (command.owner === undefined ? undefined : checkOwnerId(command.owner.id)),
  );
  if (objection !== undefined) return objection;
  const id = { project: command.project, service: command.service, incarnation };
  const diskMb = command.diskSpaceMb ?? plan.diskMb;
  const sealed = sealSettings(context, { kind: 'service', type: type.name }, mergeConfig(command.userConfig, {}));
  if (sealed.kind === 'refused') return sealed;
  const userConfig = sealed.settings;
  const integrations = decideNewIntegrations(context, { ...command, diskSpaceMb: diskMb }, id);
  const base = {
    ...id,
    serviceType: type.name,
    plan: pickTerms(plan),
    cloud,
    diskMb,
    terminationProtection: command.terminationProtection ?? false,
    origin: command.origin ?? null,
    ...(command.owner === undefined ? {} : { owner: recordOwner(command.owner) }),
  };
  if (fork.kind === 'fork') {
    const forked = decideFork(context, { ...checked, command, asked: fork.asked }, userConfig);
    if (forked.kind === 'refused') return forked;
    if (integrations.kind === 'refused') return integrations;
    const event = { type: 'ServiceForked' as const, ...base, ...forked.parts };
    return {
      kind: 'accepted',
      events: [event, ...integrations.events, ...furtherEvents(id, command), ...addressEvents(context, id, command)],
      id: instanceKey(id),
      reads: [projectStream(fork.asked.project)],
    };
  }
  if (integrations.kind === 'refused') return integrations;
  const { followed } = integrations;
  const form = followed === null ? {} : followedSettings(type, followed);
  const replicaOf = followed === null ? null : identify(followed);
  const event = {
    ...newService(checked, { ...userConfig, ...form }),
    ...base,
    replicaOf,
    ...(followed === null ? {} : { sizeMb: sizeMbAt(followed, context.now) }),
  };
  const further = [...furtherEvents(id, command), ...addressEvents(context, id, command)];
  return accept([event, ...integrations.events, ...further], instanceKey(id));
};

/** What a service is told beside its settings. */
const furtherEvents = (
  id: Pick<NewService, 'project' | 'service' | 'incarnation'>,
  { maintenance, techEmails }: CreateService,
): readonly ServiceEvent[] => [...maintenanceEvents(id, maintenance), ...contactEvents(id, techEmails)];

const recordOwner = ({ id, label, making, by }: NonNullable<CreateService['owner']>): OwnerRecord => ({
  id,
  label,
  state: making ? 'making' : 'held',
  by,
});

const newService = (
  { command, type, incarnation }: Checked,
  userConfig: JsonObject,
): Pick<
  Extract<NewService, { type: 'ServiceCreated' }>,
  'type' | 'userConfig' | 'tags' | 'sizeMb' | 'databases' | 'users' | 'pools'
> => {
  const admin = typeof userConfig.admin_username === 'string' ? userConfig.admin_username : type.adminUser;
  const id = instanceKey({ project: command.project, service: command.service, incarnation });
  const passwordKey = `${id}/${admin}/0`;
  const { admin_password: sealed } = userConfig;
  const wrapped = typeof sealed === 'string' && isSealed(sealed) ? { wrapped: sealed } : {};
  const users: readonly StoredUser[] = [{ username: admin, kind: 'primary', passwordKey, ...wrapped }];
  const version =
    type.versionKey !== undefined && type.defaultVersion !== undefined
      ? { [type.versionKey]: type.defaultVersion }
      : {};
  return {
    type: 'ServiceCreated',
    userConfig: { ...version, ...userConfig },
    tags: command.tags ?? {},
    sizeMb: command.dataSizeMb ?? newServiceSizeMb,
    databases: type.defaultDatabase === undefined ? [] : [type.defaultDatabase],
    users,
    pools: [],
  };
};

const checkName = (name: string): Objection =>
  serviceNamePattern.test(name)
    ? undefined
    : refuse(
        'service_name_invalid',
        `Service name must consist of 1-64 alphanumerical characters, got ${JSON.stringify(name).slice(0, 80)}. ` +
          'Use lower-case letters, digits and hyphens, and begin with a letter.',
      );

const nameTaken = (command: CreateService, type: ServiceType | undefined): Objection =>
  refuse(
    'service_already_exists',
    `Service ${command.service} already exists in project ${command.project}. Choose another name.`,
    isOwnSource(command, type) && readReplicaAsked(command).kind === 'none' ? 'name-of-source' : 'name',
  );

/** A fork of what it would be itself, by a key that its type has. Nobody has looked at the keys yet: what is no text names nothing. */
const isOwnSource = ({ project, service, userConfig }: CreateService, type: ServiceType | undefined): boolean => {
  const hasOldKey = type?.userConfig.some(({ key }) => key === 'pg_service_to_fork_from') !== false;
  const sourceKeys = ['service_to_fork_from', ...(hasOldKey ? ['pg_service_to_fork_from'] : [])];
  const [source] = sourceKeys.map((key) => userConfig[key]).filter(isGiven);
  const home = userConfig.project_to_fork_from;
  return source === service && (!isGiven(home) || home === project);
};

const typeMissing = ({ catalogue }: DecideContext, type: string): Decision => {
  const meant = nearestServiceType(type.slice(0, 80), catalogue);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return refuse(
    'service_type_unknown',
    `No service type is called '${type.slice(0, 80)}'.${hint} Choose one of ${[...catalogue.serviceTypes.keys()].join(', ')}.`,
  );
};

const checkNetwork = (context: DecideContext, command: CreateService, cloud: string): Objection => {
  const { project, service, projectVpcId: vpc, staticIps = [] } = command;
  if (vpc) return notSimulated('project_vpc_id', `"${vpc}"`);
  return firstObjection(...staticIps.map((ip) => () => checkAddress(context, { project, service, cloud }, ip)));
};

/** The addresses that a new service is given serve it from then on. */
const addressEvents = (
  context: DecideContext,
  { project, service, incarnation }: Pick<NewService, 'project' | 'service' | 'incarnation'>,
  { staticIps = [] }: CreateService,
): readonly RegistryEvent[] =>
  staticIps.length === 0
    ? []
    : context
        .records(project, 'static_ip')
        .filter(({ id }) => staticIps.includes(id))
        .map(({ kind, id, value }) => {
          const record = { kind, id, value: { ...value, service, incarnation } };
          return { type: 'RecordKept', project, record };
        });

const notSimulated = (field: NotSimulatedField, asked: string): Objection =>
  refuse(
    'operation_not_simulated',
    `The registry simulates no ${notSimulatedFields[field]}, but ${field} is ${asked.slice(0, 80)}. Leave it out.`,
  );
