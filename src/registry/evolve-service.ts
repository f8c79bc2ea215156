import { BugError, given, unreachable } from '../domain';
import type { EpochMs, JsonObject } from '../domain';
import { withAccess } from './access-history';
import { instanceKey } from './events';
import type { NewService, ReplicaPromoted, ServiceEvent } from './events';
import { closeSpan, openSpan } from './evolve';
import { changeUsers } from './evolve-users';
import { measureBytes } from './row-size';
import type { BackupRegime, ServiceState } from './state';

type LaterEvent = Exclude<ServiceEvent, NewService>;
/** What changes nothing that a client of the vendor sees: its `update_time` stays. */
type SideEvent = { readonly type: 'TaskFinished' | 'ServiceOwnerChanged' };
type ChangeEvent = Exclude<LaterEvent, SideEvent>;

/** Most tasks that a service remembers. */
const mostTasks = 100;

/** The service after one more of its events. Total, exhaustive. @throws BugError for an event before its creation. */
export const evolveService = (state: ServiceState | undefined, event: ServiceEvent, at: EpochMs): ServiceState => {
  if (event.type === 'ServiceCreated' || event.type === 'ServiceForked') return begin(event, at);
  if (state === undefined) throw new BugError(`The log of service ${instanceKey(event)} begins with ${event.type}.`);
  if (event.type === 'TaskFinished') {
    return { ...state, tasks: [...(state.tasks ?? []), event.task].slice(-mostTasks) };
  }
  if (event.type === 'ServiceOwnerChanged') {
    return { ...state, ownership: { owner: event.owner, since: at, by: event.by } };
  }
  return withAccess(state, { ...change(state, event, at), updatedAt: at }, at);
};

const begin = (event: NewService, at: EpochMs): ServiceState => {
  const region = regionIn(event.userConfig);
  return {
    project: event.project,
    service: event.service,
    incarnation: event.incarnation,
    type: event.serviceType,
    createdAt: at,
    updatedAt: at,
    terminatedAt: null,
    plan: event.plan,
    cloud: event.cloud,
    location: event.cloud,
    diskMb: event.diskMb,
    userConfig: event.userConfig,
    terminationProtection: event.terminationProtection,
    tags: event.tags,
    origin: event.origin,
    ...(event.owner === undefined ? {} : { ownership: { owner: event.owner, since: at, by: event.owner.by } }),
    initialSizeMb: event.sizeMb,
    writtenBytes: 0,
    growth: [],
    regimes: [
      {
        at,
        powered: true,
        policy: keepDays(event.plan.backup, event.userConfig),
        cloud: event.cloud,
        ...backupSettings(event.userConfig),
      },
    ],
    change: null,
    versionChangedAt: null,
    region: { cloud: region, changedAt: region === null ? null : at },
    copyPauses: [],
    databases: event.databases,
    users: event.users,
    passwordsMade: Object.fromEntries(event.users.map(({ username }) => [username, 1])),
    pools: keepPools(event),
    ...given({ roles: event.roles }),
    integrations: [],
    access: { from: at, changes: [] },
    replicaOf: event.type === 'ServiceCreated' ? event.replicaOf : null,
    fork: event.type === 'ServiceForked' ? event.source : null,
    manifest: event.type === 'ServiceForked' ? event.manifest : null,
  };
};

/** A fork of before may hold a pool whose user had been deleted: such a pool is gone with its user. */
const keepPools = ({ pools, users }: NewService): ServiceState['pools'] =>
  pools.filter((pool) => pool.username === null || users.some(({ username }) => username === pool.username));

const change = (state: ServiceState, event: ChangeEvent, at: EpochMs): ServiceState => {
  switch (event.type) {
    case 'ServicePoweredOff':
      return withRegime(state, { powered: false }, at);
    case 'ServicePoweredOn':
      return withRegime(state, { powered: true }, at);
    case 'ServicePlanChanged':
      return {
        ...withRegime(state, { policy: keepDays(event.plan.backup, state.userConfig) }, at),
        plan: event.plan,
        diskMb: event.diskMb,
        change: { at, kind: 'rebalance' },
      };
    case 'ServiceCloudMigrated':
      return {
        ...withRegime(state, { cloud: event.cloud }, at),
        cloud: event.cloud,
        change: { at, kind: 'rebalance' },
      };
    case 'ServiceDiskResized':
      return { ...state, diskMb: event.diskMb, change: { at, kind: 'rebalance' } };
    case 'ServiceVersionUpgraded':
      return {
        ...state,
        userConfig: { ...state.userConfig, [event.versionKey]: event.version },
        change: { at, kind: 'rebuild' },
        versionChangedAt: at,
      };
    case 'UserConfigChanged':
      return withUserConfig(state, event.changed, at);
    case 'BackupRegionChanged':
      return {
        ...state,
        userConfig: { ...state.userConfig, additional_backup_regions: event.cloud === null ? [] : [event.cloud] },
        region: regionAfter(state, event.cloud, at),
        copyPauses: [],
      };
    case 'TerminationProtectionChanged':
      return { ...state, terminationProtection: event.enabled };
    case 'MaintenanceChanged':
      return { ...state, maintenance: event.window };
    case 'TechEmailsReplaced':
      return { ...state, techEmails: event.emails };
    case 'TagsReplaced':
      return { ...state, tags: event.tags };
    case 'ServiceClaimed':
      return { ...state, origin: event.origin };
    case 'ServiceTerminated':
      return { ...withRegime(state, { powered: false }, at), terminatedAt: at };
    case 'ServiceRemoved':
      return { ...withRegime(state, { powered: false }, at), terminatedAt: event.removedAt, removed: true };
    case 'BackupCopyPaused':
      return { ...state, copyPauses: openSpan(state.copyPauses, at) };
    case 'BackupCopyResumed':
      return { ...state, copyPauses: closeSpan(state.copyPauses, at) };
    default:
      return changeData(state, event, at);
  }
};

type DataEvent = Extract<
  LaterEvent,
  {
    readonly type:
      | 'ServiceDataRestored'
      | 'ReplicaPromoted'
      | 'DatabaseCreated'
      | 'DatabaseDeleted'
      | 'UserCreated'
      | 'UserDeleted'
      | 'UserPasswordReset'
      | 'UserAccessChanged'
      | 'RolesReplaced'
      | 'PoolCreated'
      | 'PoolChanged'
      | 'PoolDeleted'
      | 'RowWritten'
      | 'RowsGenerated';
  }
>;

const changeData = (state: ServiceState, event: DataEvent, at: EpochMs): ServiceState => {
  switch (event.type) {
    case 'ServiceDataRestored':
      return {
        ...resized(state, event.sizeMb, at),
        databases: event.databases,
        users: event.users,
        pools: event.pools,
        roles: event.roles,
      };
    case 'ReplicaPromoted':
      return promoted(state, event, at);
    case 'DatabaseCreated':
      return { ...state, databases: [...state.databases, event.database] };
    case 'DatabaseDeleted':
      return {
        ...state,
        databases: state.databases.filter((name) => name !== event.database),
        pools: state.pools.filter((pool) => pool.database !== event.database),
      };
    case 'UserCreated':
    case 'UserDeleted':
    case 'UserPasswordReset':
    case 'UserAccessChanged':
      return changeUsers(state, event);
    case 'RolesReplaced':
      return { ...state, roles: event.roles };
    case 'PoolCreated':
      return { ...state, pools: [...state.pools, event.pool] };
    case 'PoolChanged':
      return { ...state, pools: state.pools.map((pool) => (pool.pool === event.pool.pool ? event.pool : pool)) };
    case 'PoolDeleted':
      return { ...state, pools: state.pools.filter(({ pool }) => pool !== event.pool) };
    case 'RowWritten':
    case 'RowsGenerated':
      return withGrowth(state, measureBytes(event), at);
    default:
      return unreachable(event);
  }
};

/** It has backups of its own from now on, and none of before. */
const promoted = (state: ServiceState, event: ReplicaPromoted, at: EpochMs): ServiceState => ({
  ...resized(state, event.sizeMb, at),
  regimes: [
    ...state.regimes.map((regime) => ({ ...regime, policy: { ...regime.policy, maxCount: 0 } })),
    ...withRegime(state, {}, at).regimes.slice(-1),
  ],
  replicaOf: null,
  databases: event.databases,
  users: event.users,
  pools: event.pools,
});

const withRegime = (state: ServiceState, part: Partial<BackupRegime>, at: EpochMs): ServiceState => {
  const newest = state.regimes.at(-1);
  if (newest === undefined) throw new BugError(`Service ${instanceKey(state)} has no backup regime.`);
  return { ...state, regimes: [...state.regimes, { ...newest, ...part, at }] };
};

const withUserConfig = (state: ServiceState, changed: JsonObject, at: EpochMs): ServiceState => {
  const userConfig = mergeConfig(state.userConfig, changed);
  const next = { ...backupSettings(userConfig), policy: keepDays(state.plan.backup, userConfig) };
  const before = state.regimes.at(-1);
  const same =
    before?.hour === next.hour &&
    before.minute === next.minute &&
    before.persistent === next.persistent &&
    before.policy.maxCount === next.policy.maxCount;
  return { ...(same ? state : withRegime(state, next, at)), userConfig };
};

/** Settings with changes laid over them; null takes a key away. Never throws. */
export const mergeConfig = (before: JsonObject, changed: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== null));

/** What a plan keeps, for so many days where the settings say so. */
const keepDays = (policy: BackupRegime['policy'], userConfig: JsonObject): BackupRegime['policy'] => {
  const days = userConfig.backup_retention_days;
  if (typeof days !== 'number' || policy.maxCount === 0) return policy;
  return { ...policy, maxCount: Math.max(1, Math.floor((days * 24) / policy.intervalHours)) };
};

const backupSettings = (userConfig: JsonObject): Pick<BackupRegime, 'hour' | 'minute' | 'persistent'> => ({
  hour: typeof userConfig.backup_hour === 'number' ? userConfig.backup_hour : null,
  minute: typeof userConfig.backup_minute === 'number' ? userConfig.backup_minute : null,
  persistent: !Object.entries(userConfig).some(([key, value]) => key.endsWith('_persistence') && value === 'off'),
});

const regionAfter = ({ region }: ServiceState, cloud: string | null, at: EpochMs): ServiceState['region'] => ({
  ...region,
  cloud,
  changedAt: at,
  ...(region.cloud !== null && cloud !== null ? { replacedAt: at } : {}),
});

const regionIn = (userConfig: JsonObject): string | null => {
  const regions = userConfig.additional_backup_regions;
  const first: unknown = Array.isArray(regions) ? regions[0] : undefined;
  return typeof first === 'string' ? first : null;
};

const bytesPerMb = 1_000_000;

const withGrowth = (state: ServiceState, bytes: number, at: EpochMs): ServiceState => {
  const writtenBytes = state.writtenBytes + bytes;
  const mb = Math.floor(writtenBytes / bytesPerMb);
  if (mb === Math.floor(state.writtenBytes / bytesPerMb)) return { ...state, writtenBytes };
  const growth = state.growth.at(-1)?.at === at ? state.growth.slice(0, -1) : state.growth;
  return { ...state, writtenBytes, growth: [...growth, { at, mb }] };
};

const resized = (state: ServiceState, sizeMb: number, at: EpochMs): ServiceState =>
  withGrowth(state, (sizeMb - state.initialSizeMb) * bytesPerMb - state.writtenBytes, at);
