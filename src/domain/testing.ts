import { planKey } from './catalogue';
import { defaultCatalogue } from './default-catalogue';
import { known, unknown, type Fact } from './fact';
import type { Facts, ProjectFacts, TerminatedFacts } from './facts';
import type { BackupFacts, ServiceFacts } from './service-facts';
import type { JsonObject } from './json';
import { isCalendarDay } from './instant-text';
import { serviceKey } from './names';
import type { ServiceRequest } from './service-request';
import { dayMs, type EpochMs } from './time';

export { aChange } from './testing-change';

/** The instant that a text in RFC 3339 means. @throws RangeError when it is not one. */
export const at = (text: string): EpochMs => {
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || !isCalendarDay(text))
    throw new RangeError(`at(${JSON.stringify(text)}) is no instant: write one as at('2026-11-20T08:00:00Z').`);
  return instant;
};

/** The clock of the facts that the builders make: 2026-11-20T08:00:00Z. */
export const builderNow: EpochMs = at('2026-11-20T08:00:00Z');

/** API names of what a request may leave to apply. */
export type UnknownName =
  | 'project'
  | 'service_name'
  | 'service_type'
  | 'plan'
  | 'cloud_name'
  | 'disk_space_mb'
  | 'termination_protection'
  | 'tags'
  | 'project_vpc_id'
  | 'static_ips'
  | 'create_timeout'
  | 'maintenance_window_dow'
  | 'maintenance_window_time'
  | 'tech_emails'
  | `user_config.${string}`;

type Plain = Pick<
  ServiceRequest,
  | 'address'
  | 'stack'
  | 'source'
  | 'from'
  | 'latestTransaction'
  | 'onForkChange'
  | 'waitsForSource'
  | 'after'
  | 'volatile'
  | 'recorded'
  | 'change'
  | 'staticAddresses'
  | 'privateNetworks'
  | 'endedProjects'
  | 'secretLengths'
  | 'acknowledgements'
  | 'carried'
  | 'movedFrom'
  | 'appStacks'
>;

type Ends = { readonly [End in 'sourceService' | 'destinationService']?: string };
/** A declared service in plain values; what is left out is valid. */
export interface RequestOptions extends Partial<Plain> {
  readonly project?: string;
  readonly serviceName?: string;
  readonly serviceType?: string;
  readonly plan?: string | null;
  readonly cloud?: string | undefined;
  readonly diskSpaceMb?: number | undefined;
  readonly terminationProtection?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  readonly projectVpcId?: string | undefined;
  readonly staticIps?: readonly string[];
  readonly userConfig?: JsonObject;
  readonly integrations?: readonly ({ readonly type: string } & Ends)[];
  readonly createTimeoutMs?: number | undefined;
  readonly maintenanceDow?: string;
  readonly maintenanceTime?: string;
  readonly techEmails?: readonly string[];
  readonly madeProjects?: readonly string[];
  /** Values that Terraform decides at apply; a `user_config` key named here need not be in `userConfig`. */
  readonly unknown?: readonly UnknownName[];
}

/** A declared service: `analytics-pg` in project demo, a plain pg on business-4 in google-europe-west1. Never throws. */
export const aRequest = (options: RequestOptions = {}): ServiceRequest => {
  const hidden: readonly string[] = options.unknown ?? [];
  const later = unknown('known-after-apply');
  const fact = <T>(name: UnknownName, value: T): Fact<T> => (hidden.includes(name) ? later : known(value));
  const serviceName = options.serviceName ?? 'analytics-pg';
  const settings = Object.entries(options.userConfig ?? {}).map(
    ([key, value]) => [key, fact(`user_config.${key}`, value)] as const,
  );
  const hiddenSettings = hidden
    .filter((name) => name.startsWith('user_config.'))
    .map((name) => [name.slice('user_config.'.length), later] as const);
  return {
    address: options.address ?? `demo-stack/${serviceName}`,
    stack: options.stack ?? 'demo-stack',
    project: fact('project', options.project ?? 'demo'),
    serviceName: fact('service_name', serviceName),
    serviceType: fact('service_type', options.serviceType ?? 'pg'),
    plan: fact('plan', options.plan === null ? undefined : (options.plan ?? 'business-4')),
    cloud: fact('cloud_name', 'cloud' in options ? options.cloud : 'google-europe-west1'),
    diskSpaceMb: fact('disk_space_mb', options.diskSpaceMb),
    terminationProtection: fact('termination_protection', options.terminationProtection),
    tags: fact('tags', options.tags),
    maintenanceDow: fact('maintenance_window_dow', options.maintenanceDow),
    maintenanceTime: fact('maintenance_window_time', options.maintenanceTime),
    techEmails: fact('tech_emails', options.techEmails),
    projectVpcId: fact('project_vpc_id', options.projectVpcId),
    staticIps: fact('static_ips', options.staticIps ?? []),
    userConfig: Object.fromEntries([...settings, ...hiddenSettings]),
    integrations: (options.integrations ?? []).map((integration) => ({
      type: known(integration.type),
      sourceService: known(integration.sourceService),
      destinationService: known(integration.destinationService),
    })),
    source: options.source ?? { kind: 'none' },
    from: options.from ?? 'any',
    latestTransaction: options.latestTransaction ?? false,
    onForkChange: options.onForkChange ?? 'refuse',
    createTimeoutMs: fact('create_timeout', options.createTimeoutMs),
    waitsForSource: options.waitsForSource ?? false,
    after: options.after ?? [],
    ...Object.fromEntries(Object.entries(options).filter(([name]) => leftOut.has(name))),
    ...(options.madeProjects ? { madeProjects: options.madeProjects.map((name) => known(name)) } : {}),
    acknowledgements: options.acknowledgements ?? [],
  };
};

const leftOut = new Set([
  ...'volatile recorded carried movedFrom appStacks change'.split(' '),
  ...'staticAddresses privateNetworks endedProjects secretLengths'.split(' '),
]);

const recoveryKeys = ['recovery_target_time', 'recovery_basebackup_name'];

/**
 * A declared fork: `pg-fork` of `source-pg`, business-4 in aws-eu-central-1, restored to 2026-11-19T12:00:00Z.
 * The time is left out for another type, another recovery key or the latest transaction.
 * A `user_config` value of null takes a default away.
 */
export const aFork = (options: RequestOptions = {}): ServiceRequest => {
  const given = options.userConfig ?? {};
  const ownTime =
    options.latestTransaction !== true &&
    ['pg', 'mysql'].includes(options.serviceType ?? 'pg') &&
    !recoveryKeys.some((key) => key in given);
  const settings: JsonObject = {
    service_to_fork_from: 'source-pg',
    ...(ownTime ? { recovery_target_time: '2026-11-19T12:00:00Z' } : {}),
    ...given,
  };
  return aRequest({
    serviceName: 'pg-fork',
    cloud: 'aws-eu-central-1',
    source: { kind: 'literal' },
    ...options,
    userConfig: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null)),
  });
};

/** A completed regular backup of 40 GB in google-europe-west1, named after its instant. Never throws. */
export const aBackup = (options: Partial<BackupFacts> = {}): BackupFacts => {
  const completedAt = options.completedAt ?? at('2026-11-20T03:30:00Z');
  const digits = new Date(completedAt).toISOString().replace(/[-:.TZ]/g, '');
  return {
    name: `backup-${digits.slice(0, 8)}t${digits.slice(8)}000z`,
    completedAt,
    dataSizeMb: 40_960,
    location: 'google-europe-west1',
    series: 'regular',
    ...options,
  };
};

/** One backup a day at the time of `last`, oldest first. */
export const dailyBackups = (
  count: number,
  options: Partial<BackupFacts> & { readonly last?: EpochMs } = {},
): readonly BackupFacts[] => {
  const { last = at('2026-11-20T03:30:00Z'), ...rest } = options;
  return Array.from({ length: count }, (_, index) =>
    aBackup({ ...rest, completedAt: last - (count - 1 - index) * dayMs }),
  );
};

/**
 * A live service: `source-pg` of project demo, pg 16 on business-4 in google-europe-west1, RUNNING since September 2026,
 * 14 daily backups of 40 GB at 03:30, one integration that sends metrics. `windows` is null: not published.
 * Nodes and disk follow the plan.
 */
export const aService = (options: Partial<ServiceFacts> = {}): ServiceFacts => {
  const cloud = options.cloud ?? 'google-europe-west1';
  const createdAt = options.createdAt ?? at('2026-09-01T09:00:00Z');
  const plan = defaultCatalogue.plans.get(planKey(options.type ?? 'pg', options.plan ?? 'business-4'));
  return {
    project: 'demo',
    service: 'source-pg',
    incarnation: 1,
    type: 'pg',
    plan: 'business-4',
    cloud,
    state: 'RUNNING',
    createdAt,
    nodes: plan?.nodes ?? 2,
    diskSpaceMb: plan?.diskMb ?? 81_920,
    dataSizeMb: 40_960,
    userConfig: (options.type ?? 'pg') === 'pg' ? { pg_version: '16' } : {},
    terminationProtection: false,
    tags: {},
    poweredOffSince: null,
    runningAt: createdAt + 5 * 60_000,
    firstBackupAt: createdAt + 10 * 60_000,
    backupInProgress: false,
    backups: dailyBackups(14, { location: cloud }),
    windows: null,
    backupRegion: { cloud: null, changedAt: null, status: 'none', lagSeconds: null },
    integrations: [{ id: 'integration-1', type: 'metrics', end: 'source', peer: 'demo/metrics-m3db' }],
    replicaOf: null,
    lineage: null,
    origin: null,
    ...options,
  };
};

/**
 * A live service like `aService`, with google-europe-west4 as second backup region since 2026-11-10: its backups from then on
 * were copied there, each 10 minutes after it was completed.
 */
export const aCopiedService = (options: Partial<ServiceFacts> = {}): ServiceFacts => {
  const cloud = 'google-europe-west4';
  const changedAt = at('2026-11-10T00:00:00Z');
  const service = aService(options);
  return {
    ...service,
    backups: service.backups.map((backup) =>
      backup.completedAt < changedAt
        ? backup
        : { copy: { cloud, replicatedAt: backup.completedAt + 10 * 60_000, paused: false }, ...backup },
    ),
    backupRegion: options.backupRegion ?? { cloud, changedAt, status: 'available', lagSeconds: 600 },
  };
};

/** A project: demo of organization demo-org, whose default cloud is google-europe-west1. Never throws. */
export const aProject = (options: Partial<ProjectFacts> = {}): ProjectFacts => ({
  name: 'demo',
  organization: 'demo-org',
  defaultCloud: 'google-europe-west1',
  ...options,
});

/** A terminated service: `old-pg` of project demo, gone since ten days. Never throws. */
export const aTerminatedService = (options: Partial<TerminatedFacts> = {}): TerminatedFacts => {
  const terminatedAt = options.terminatedAt ?? builderNow - 10 * dayMs;
  return {
    project: 'demo',
    service: 'old-pg',
    type: 'pg',
    terminatedAt,
    backupsKeptUntil: terminatedAt + 30 * dayMs,
    ...options,
  };
};

/** What `someFacts` takes: lists in place of maps. */
export interface FactsOptions extends Partial<Pick<Facts, 'origin' | 'now' | 'catalogue' | 'outages'>> {
  readonly services?: readonly ServiceFacts[];
  readonly projects?: readonly ProjectFacts[];
  readonly terminated?: readonly TerminatedFacts[];
}

/** Facts of a control plane at 2026-11-20T08:00:00Z: project demo with the live service source-pg, the default catalogue. */
export const someFacts = (options: FactsOptions = {}): Facts => ({
  origin: options.origin ?? 'sqlite:.forkcast/registry.db',
  now: options.now ?? builderNow,
  projects: new Map((options.projects ?? [aProject()]).map((project) => [project.name, project])),
  services: new Map((options.services ?? [aService()]).map((service) => [serviceKey(service), service])),
  terminated: new Map((options.terminated ?? []).map((service) => [serviceKey(service), service])),
  catalogue: options.catalogue ?? defaultCatalogue,
  outages: options.outages ?? [],
});
