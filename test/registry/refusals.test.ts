import { dayMs, defaultCatalogue, hourMs, refusalStatuses, toRfc3339 } from '../../src/domain';
import type { JsonObject, Plan, RefusalCode } from '../../src/domain';
import type { Command, CreateService, TimingProfile, UpdateService } from '../../src/registry';
import { aCreate, aFork, aWorld, copy, orders, unplanned } from './world';
import type { World } from './world';

interface Case {
  readonly code: RefusalCode;
  readonly story: string;
  /** @default instant */
  readonly profile?: TimingProfile;
  readonly given?: (world: World) => void;
  readonly when: Command | ((world: World) => Command);
}

const update = (part: Partial<UpdateService>): UpdateService => ({ type: 'UpdateService', ...orders, ...part });
const created =
  (part: Partial<CreateService> = {}) =>
  (world: World) =>
    world.run(aCreate(part));
const withRegion = { additional_backup_regions: ['google-europe-west4'] };
const startedWithRegion = (world: World): void => {
  world.run(aCreate({ userConfig: withRegion }));
  world.advance(hourMs);
};
const down = (cloud: string): Command => ({ type: 'SetCloudDown', cloud, down: true });
const opensearch = { serviceType: 'opensearch', plan: 'business-4' } as const;
const valkey = { serviceType: 'valkey', plan: 'business-4' } as const;
const pool: Command = {
  type: 'CreatePool',
  ...orders,
  pool: 'p',
  database: 'defaultdb',
  username: null,
  poolSize: 5,
  poolMode: 'transaction',
};
const rare: Plan = {
  type: 'pg',
  name: 'rare-4',
  tier: 'custom',
  nodes: 1,
  cpuPerNode: 1,
  memoryMbPerNode: 1_024,
  diskMb: 1_024,
  diskCapMb: null,
  diskStepMb: null,
  backup: { recoveryMode: 'pitr', intervalHours: 24, maxCount: 2 },
  priceUsdPerHour: null,
  clouds: ['aws-eu-west-1'],
  source: { basis: 'inference', from: 'test' },
};
const amended = (world: World): void => world.run({ type: 'AmendCatalogue', plans: [rare], clouds: [] });
const replica = aCreate({
  service: 'replica',
  integrations: [{ integrationType: 'read_replica', sourceService: 'orders' }],
});
const follower = (userConfig: JsonObject, plan = 'business-4'): Command =>
  aCreate({
    service: 'replica',
    plan,
    userConfig: { service_to_fork_from: 'orders', pg_read_replica: true, ...userConfig },
  });
const integration = (integrationType: string): Command => ({
  type: 'CreateIntegration',
  project: 'demo',
  integration: { integrationType, sourceService: 'orders', destinationEndpoint: 'sink' },
});

const names: readonly Case[] = [
  { code: 'service_name_invalid', story: 'an upper-case name', when: aCreate({ service: 'PG-Fork' }) },
  {
    code: 'service_already_exists',
    story: 'a taken name, whatever else is wrong',
    given: created(),
    when: aCreate({ plan: 'nope' }),
  },
  { code: 'service_not_found', story: 'a missing service', when: update({ powered: false }) },
  { code: 'project_not_found', story: 'a missing project', when: aCreate({ project: 'nowhere' }) },
  {
    code: 'project_name_invalid',
    story: 'a project of 64 letters',
    when: { type: 'CreateProject', project: 'p'.repeat(64), organization: 'acme' },
  },
  {
    code: 'project_already_exists',
    story: 'a project twice',
    when: { type: 'CreateProject', project: 'demo', organization: 'acme' },
  },
  {
    code: 'project_not_empty',
    story: 'a project with a service that lives',
    given: created(),
    when: { type: 'DeleteProject', project: 'demo' },
  },
  {
    code: 'organization_not_found',
    story: 'a project of nobody',
    when: { type: 'CreateProject', project: 'x', organization: 'nobody' },
  },
  {
    code: 'organization_already_exists',
    story: 'an organization twice',
    when: { type: 'CreateOrganization', organization: 'acme' },
  },
  { code: 'name_invalid', story: 'a tag with a space', when: aCreate({ tags: { 'a b': '1' } }) },
  { code: 'service_type_unknown', story: 'an unknown type', when: aCreate({ serviceType: 'postgres' }) },
];

const placement: readonly Case[] = [
  { code: 'plan_unknown', story: 'a plan that the type lacks', when: aCreate({ plan: 'startup-5' }) },
  { code: 'plan_not_in_cloud', story: 'a plan not sold there', given: amended, when: aCreate({ plan: 'rare-4' }) },
  { code: 'cloud_unknown', story: 'a cloud without its prefix', when: aCreate({ cloud: 'eu-central-1' }) },
  {
    code: 'cloud_down',
    story: 'a create in a cloud that is down',
    given: (world) => world.run(down('google-europe-west1')),
    when: aCreate(),
  },
  { code: 'free_plan_cloud_choice', story: 'a free plan with a cloud', when: aCreate({ plan: 'free-1-1gb' }) },
  {
    code: 'free_plan_limit',
    story: 'a second free service in another project of the organization',
    given: (world) => world.run(withoutCloud({ plan: 'free-1-1gb' })),
    when: () => withoutCloud({ plan: 'free-1-1gb', project: 'other', service: 'second' }),
  },
  {
    code: 'disk_not_configurable',
    story: 'a disk on a plan of fixed disk',
    given: amended,
    when: aCreate({ plan: 'rare-4', cloud: 'aws-eu-west-1', diskSpaceMb: 2_048 }),
  },
  { code: 'disk_below_plan', story: 'a disk below the plan', when: aCreate({ diskSpaceMb: 1_024 }) },
  { code: 'disk_above_cap', story: 'a disk above the cap', when: aCreate({ diskSpaceMb: 1_024_000_000 }) },
  {
    code: 'disk_step_invalid',
    story: 'a disk between steps',
    when: (world) => aCreate({ diskSpaceMb: planOf(world, 'business-4').diskMb + 1 }),
  },
  {
    code: 'disk_below_data',
    story: 'a change to a plan smaller than the data',
    given: created({ plan: 'business-8', dataSizeMb: 100_000 }),
    when: update({ plan: 'business-4' }),
  },
  {
    code: 'fewer_nodes',
    story: 'a change to a plan of fewer nodes where the data is spread over them',
    given: created({ serviceType: 'clickhouse', plan: 'business-16' }),
    when: update({ plan: 'startup-16' }),
  },
];

const withoutCloud = (part: Partial<CreateService>): CreateService =>
  Object.fromEntries(Object.entries(aCreate(part)).filter(([key]) => key !== 'cloud')) as unknown as CreateService;
const planOf = (world: World, name: string): Plan => {
  const plan = world.registry.catalogue().plans.get(`pg/${name}`);
  if (plan === undefined) throw new RangeError(name);
  return plan;
};

const settings: readonly Case[] = [
  { code: 'user_config_key_unknown', story: 'an unknown key', when: aCreate({ userConfig: { fork_from: 'x' } }) },
  { code: 'user_config_value_invalid', story: 'hour 24', when: aCreate({ userConfig: { backup_hour: 24 } }) },
  {
    code: 'user_config_create_only',
    story: 'another source for a live service',
    given: created(),
    when: update({ userConfig: { service_to_fork_from: 'x' } }),
  },
  {
    code: 'version_unknown',
    story: 'a version that does not exist',
    when: aCreate({ userConfig: { pg_version: '9.6' } }),
  },
  {
    code: 'service_not_as_expected',
    story: 'a service that was made anew',
    given: created(),
    when: update({ plan: 'business-8', expect: { incarnation: 2 } }),
  },
  {
    code: 'owner_invalid',
    story: 'an id of a few letters',
    when: aCreate({ owner: { id: 'me', label: { stack: 's', path: 'p' }, making: false, by: null } }),
  },
  {
    code: 'version_downgrade',
    story: 'a step back',
    given: created({ userConfig: { pg_version: '16' } }),
    when: update({ userConfig: { pg_version: '15' } }),
  },
  {
    code: 'backup_region_invalid',
    story: 'two regions',
    when: aCreate({ userConfig: { additional_backup_regions: ['a', 'b'] } }),
  },
  {
    code: 'backup_region_unsupported',
    story: 'a region for ClickHouse',
    when: aCreate({ serviceType: 'clickhouse', plan: 'business-16', userConfig: withRegion }),
  },
  {
    code: 'backup_region_unknown',
    story: 'a region that does not exist',
    when: aCreate({ userConfig: { additional_backup_regions: ['google-mars1'] } }),
  },
  {
    code: 'backup_region_same',
    story: "the service's own region",
    when: aCreate({ userConfig: { additional_backup_regions: ['google-europe-west1'] } }),
  },
  {
    code: 'backup_region_other_provider',
    story: 'a region of another provider',
    when: aCreate({ userConfig: { additional_backup_regions: ['aws-eu-west-1'] } }),
  },
  {
    code: 'backup_region_changed_recently',
    story: 'a change within a day',
    given: (world) => {
      startedWithRegion(world);
      world.run(update({ userConfig: { additional_backup_regions: ['google-europe-west3'] } }));
    },
    when: update({ userConfig: withRegion }),
  },
  {
    code: 'termination_protected',
    story: 'the end of a protected service',
    given: created({ terminationProtection: true }),
    when: { type: 'TerminateService', ...orders },
  },
];

const forkKeys: readonly Case[] = [
  {
    code: 'fork_type_unsupported',
    story: 'a fork of Kafka',
    when: aFork({}, { serviceType: 'kafka', plan: 'business-4' }),
  },
  {
    code: 'fork_source_missing_key',
    story: 'a time without a source',
    when: aCreate({ userConfig: { recovery_target_time: '2026-11-01T00:00:00Z' } }),
  },
  { code: 'fork_source_keys_conflict', story: 'two sources', when: aFork({ pg_service_to_fork_from: 'other' }) },
  { code: 'fork_source_not_found', story: 'a misspelt source', when: aFork() },
  {
    code: 'fork_source_terminated',
    story: 'a terminated source',
    given: (world) => world.run(aCreate(), { type: 'TerminateService', ...orders }),
    when: aFork(),
  },
  { code: 'fork_source_self', story: 'itself', when: aCreate({ userConfig: { service_to_fork_from: 'orders' } }) },
  {
    code: 'fork_source_read_replica',
    story: 'a replica',
    given: (world) => world.run(aCreate(), replica),
    when: aFork({ service_to_fork_from: 'replica' }),
  },
  {
    code: 'fork_other_organization',
    story: 'a source of another organization',
    given: created({ project: 'foreign' }),
    when: aFork({ project_to_fork_from: 'foreign' }),
  },
  { code: 'fork_type_mismatch', story: 'a source of another type', given: created(opensearch), when: aFork() },
  {
    code: 'fork_persistence_off',
    story: 'a source without persistence',
    given: created({ ...valkey, userConfig: { valkey_persistence: 'off' } }),
    when: aFork({}, valkey),
  },
  { code: 'fork_from_tier', story: 'a hobbyist source', given: created({ plan: 'hobbyist' }), when: aFork() },
  {
    code: 'fork_to_tier',
    story: 'a fork on a free plan',
    given: created(),
    when: () => withoutCloud({ ...aFork(), plan: 'free-1-1gb' }),
  },
  {
    code: 'fork_fewer_nodes',
    story: 'a smaller ClickHouse',
    given: created({ serviceType: 'clickhouse', plan: 'business-16' }),
    when: aFork({}, { serviceType: 'clickhouse', plan: 'startup-16' }),
  },
  {
    code: 'fork_disk_too_small',
    story: 'a disk smaller than the backup',
    given: created({ plan: 'business-8', dataSizeMb: 100_000 }),
    when: aFork({}, { plan: 'startup-4' }),
  },
  {
    code: 'fork_disk_too_small',
    story: 'a replica with a disk smaller than what it follows',
    given: created({ plan: 'business-8', dataSizeMb: 100_000 }),
    when: { ...replica, plan: 'startup-4' },
  },
  {
    code: 'fork_disk_too_small',
    story: 'a replica by fork key with a disk smaller than what it follows',
    given: created({ plan: 'business-8', dataSizeMb: 100_000 }),
    when: follower({}, 'startup-4'),
  },
  {
    code: 'fork_version_mismatch',
    story: 'another major version',
    given: created({ userConfig: { pg_version: '16' } }),
    when: aFork({ pg_version: '17' }),
  },
  {
    code: 'fork_version_mismatch',
    story: 'an older version of a type that may be upgraded by a fork',
    given: created({ ...opensearch, userConfig: { opensearch_version: '2.19' } }),
    when: aFork({ opensearch_version: '1' }, opensearch),
  },
  {
    code: 'fork_version_mismatch',
    story: 'a replica of another version',
    given: created({ userConfig: { pg_version: '16' } }),
    when: follower({ pg_version: '17' }),
  },
  {
    code: 'fork_variant_mismatch',
    story: 'a replica of another variant',
    given: created(),
    when: follower({ variant: 'timescale' }),
  },
  {
    code: 'version_of_replica',
    story: 'an upgrade of a replica',
    given: (world) => world.run(aCreate({ userConfig: { pg_version: '16' } }), follower({})),
    when: update({ service: 'replica', userConfig: { pg_version: '17' } }),
  },
  { code: 'fork_variant_mismatch', story: 'another variant', given: created(), when: aFork({ variant: 'timescale' }) },
  {
    code: 'fork_replica_conflict',
    story: 'fork of one service and replica of another',
    given: (world) => world.run(aCreate(), aCreate({ service: 'ledger' })),
    when: aFork({}, { integrations: [{ integrationType: 'read_replica', sourceService: 'ledger' }] }),
  },
  {
    code: 'fork_replica_conflict',
    story: 'a replica of two services',
    given: (world) => world.run(aCreate(), aCreate({ service: 'ledger' })),
    when: aCreate({
      service: 'replica',
      integrations: ['orders', 'ledger'].map((sourceService) => ({ integrationType: 'read_replica', sourceService })),
    }),
  },
  {
    code: 'fork_replica_conflict',
    story: 'a replica at a time',
    given: created(),
    when: aFork({ pg_read_replica: true, recovery_target_time: '2026-11-01T00:00:00Z' }),
  },
];

const recovery: readonly Case[] = [
  {
    code: 'recovery_key_unsupported',
    story: 'a time for OpenSearch',
    when: aFork({ recovery_target_time: '2026-11-01T00:00:00Z' }, opensearch),
  },
  {
    code: 'recovery_time_invalid',
    story: 'words for a time',
    given: created(),
    when: aFork({ recovery_target_time: 'yesterday 14:00' }),
  },
  {
    code: 'recovery_time_in_future',
    story: 'a millisecond from now',
    given: created(),
    when: (world) => aFork({ recovery_target_time: toRfc3339(world.now() + 1) }),
  },
  {
    code: 'recovery_time_out_of_range',
    story: 'before the first backup',
    given: created(),
    when: (world) => aFork({ recovery_target_time: toRfc3339(world.now() - 1) }),
  },
  {
    code: 'recovery_backup_name_invalid',
    story: 'a name with a space',
    when: aFork({ recovery_basebackup_name: 'a b' }, opensearch),
  },
  {
    code: 'recovery_backup_not_found',
    story: 'a backup that is not listed',
    given: created(opensearch),
    when: aFork({ recovery_basebackup_name: 'backup-1' }, opensearch),
  },
  {
    code: 'secondary_not_available',
    story: 'the secondary of a service without one',
    given: created(),
    when: aFork({}, { from: 'secondary' }),
  },
  {
    code: 'secondary_cloud_mismatch',
    story: 'the secondary elsewhere',
    given: startedWithRegion,
    when: aFork({}, { from: 'secondary' }),
  },
  {
    code: 'recovery_keys_conflict',
    story: 'the latest transaction and a time',
    given: startedWithRegion,
    when: (world) => aFork({ recovery_target_time: toRfc3339(world.now()) }, { latestTransaction: true }),
  },
  {
    code: 'recovery_key_unsupported',
    story: 'the latest transaction of a type without a log',
    given: (world) => {
      world.run(aCreate(opensearch));
      world.advance(2 * hourMs);
    },
    when: aFork({}, { ...opensearch, latestTransaction: true }),
  },
  {
    code: 'fork_source_missing_key',
    story: 'the latest transaction of nothing',
    when: aCreate({ latestTransaction: true }),
  },
  { code: 'plan_missing', story: 'a new service without a plan', when: unplanned(aCreate()) },
  {
    code: 'plan_missing',
    story: 'a fork without a plan from wherever',
    given: startedWithRegion,
    when: unplanned(aFork()),
  },
  {
    code: 'fork_source_not_found',
    story: 'a fork of nothing without a plan from the secondary',
    when: unplanned(aFork({}, { from: 'secondary' })),
  },
  {
    code: 'fork_type_mismatch',
    story: 'a fork of another type without a plan from the secondary',
    given: startedWithRegion,
    when: unplanned(aFork({}, { from: 'secondary', serviceType: 'mysql' })),
  },
  {
    code: 'secondary_plan_mismatch',
    story: 'the secondary on another plan',
    given: startedWithRegion,
    when: aFork({}, { from: 'secondary', cloud: 'google-europe-west4', plan: 'startup-4' }),
  },
  {
    code: 'backup_location_down',
    story: 'the primary after its region is lost',
    given: (world) => world.run(aCreate(), down('google-europe-west1')),
    when: aFork({}, { cloud: 'aws-eu-west-1' }),
  },
  {
    code: 'fork_no_backups',
    story: 'a source that never had a backup, whatever became of its region',
    profile: 'realistic',
    given: (world) => world.run(aCreate({ userConfig: withRegion }), down('google-europe-west1')),
    when: aFork({}, { cloud: 'google-europe-west4' }),
  },
  {
    code: 'backup_location_down',
    story: 'the primary, asked for by name, after its region is lost',
    given: (world) => world.run(aCreate(), down('google-europe-west1')),
    when: aFork({}, { cloud: 'aws-eu-west-1', from: 'primary' }),
  },
];

const data: readonly Case[] = [
  {
    code: 'service_powered_off',
    story: 'a write while powered off',
    given: (world) => world.run(aCreate(), update({ powered: false })),
    when: { type: 'CreateDatabase', ...orders, database: 'x' },
  },
  {
    code: 'database_not_found',
    story: 'a row in no database',
    given: created(),
    when: { type: 'WriteRow', ...orders, database: 'x', key: 'k', value: 'v' },
  },
  {
    code: 'database_already_exists',
    story: 'a database twice',
    given: created(),
    when: { type: 'CreateDatabase', ...orders, database: 'defaultdb' },
  },
  {
    code: 'databases_unsupported',
    story: 'a database in Valkey',
    given: created(valkey),
    when: { type: 'CreateDatabase', ...orders, database: 'x' },
  },
  {
    code: 'user_not_found',
    story: 'the end of nobody',
    given: created(),
    when: { type: 'DeleteUser', ...orders, username: 'x' },
  },
  {
    code: 'user_already_exists',
    story: 'a user twice',
    given: created(),
    when: { type: 'CreateUser', ...orders, username: 'avnadmin' },
  },
  {
    code: 'user_is_administrator',
    story: 'the end of the administrator',
    given: created(),
    when: { type: 'DeleteUser', ...orders, username: 'avnadmin' },
  },
  {
    code: 'users_unsupported',
    story: 'a user of Grafana',
    given: created({ serviceType: 'grafana', plan: 'startup-1' }),
    when: { type: 'CreateUser', ...orders, username: 'ada' },
  },
  { code: 'pools_unsupported', story: 'a pool in Valkey', given: created(valkey), when: pool },
  {
    code: 'pool_not_found',
    story: 'the end of no pool',
    given: created(),
    when: { type: 'DeletePool', ...orders, pool: 'p' },
  },
  { code: 'pool_already_exists', story: 'a pool twice', given: (world) => world.run(aCreate(), pool), when: pool },
  {
    code: 'request_invalid',
    story: 'no rows to generate',
    given: created(),
    when: { type: 'GenerateRows', ...orders, database: 'defaultdb', count: 0, seed: 's' },
  },
  {
    code: 'integration_not_found',
    story: 'the end of no integration',
    when: { type: 'DeleteIntegration', project: 'demo', integrationId: 'x' },
  },
  {
    code: 'integration_already_exists',
    story: 'an integration twice',
    given: (world) => world.run(aCreate(), integration('metrics')),
    when: integration('metrics'),
  },
  {
    code: 'integration_type_unknown',
    story: 'an unknown integration',
    given: created(),
    when: integration('telepathy'),
  },
  { code: 'clock_backwards', story: 'a step back in time', when: { type: 'AdvanceClock', byMs: -1 } },
  {
    code: 'clock_setting_invalid',
    story: 'a clock at factor 0',
    when: { type: 'SetClock', mode: { kind: 'factor', factor: 0 } },
  },
  { code: 'operation_not_simulated', story: 'a private network', when: aCreate({ projectVpcId: 'demo/vpc-1' }) },
];

const keep = (part: Partial<Extract<Command, { type: 'CreateRecord' }>>): Command => ({
  type: 'CreateRecord',
  kind: 'account',
  value: { name: 'unit', parent: 'acme' },
  ...part,
});
const group = keep({ kind: 'billing_group', id: 'g', value: { account: 'other', billing_group_name: 'g' } });

const records: readonly Case[] = [
  {
    code: 'record_not_found',
    story: 'the end of no address',
    when: { type: 'DropRecord', kind: 'static_ip', id: 'x' },
  },
  {
    code: 'record_already_exists',
    story: 'an account twice',
    given: (world) => world.run(keep({ id: 'a1' })),
    when: keep({ id: 'a1' }),
  },
  {
    code: 'record_in_use',
    story: 'the end of an account with a unit',
    given: (world) => world.run(keep({ id: 'a1' }), keep({ id: 'a2', value: { name: 'x', parent: 'a1' } })),
    when: { type: 'DropRecord', kind: 'account', id: 'a1' },
  },
  {
    code: 'type_unsuitable',
    story: 'a topic in PostgreSQL',
    given: created(),
    when: keep({ ...orders, kind: 'kafka_topic', id: 't', value: {} }),
  },
  {
    code: 'organization_mismatch',
    story: 'a billing group of another organization',
    given: (world) => world.run({ type: 'CreateOrganization', organization: 'other' }, group),
    when: { type: 'UpdateProject', project: 'demo', billingGroup: 'g' },
  },
  { code: 'static_ip_unusable', story: 'an address that is not there', when: aCreate({ staticIps: ['ip1'] }) },
];

/** Reached by tests elsewhere, each named. */
const elsewhere: Readonly<Partial<Record<RefusalCode, string>>> = {
  endpoint_not_found: 'test/registry/http/endpoints.test.ts',
  endpoint_already_exists: 'test/registry/http/endpoints.test.ts',
  endpoint_type_unknown: 'test/registry/http/endpoints.test.ts',
  endpoint_in_use: 'test/registry/http/endpoints.test.ts',
  secrets_sealed: 'test/registry/sealing.test.ts',
  task_not_found: 'test/registry/http/telemetry.test.ts',
  service_not_ready: 'below: a write before the service runs',
  recovery_backup_not_restorable: 'test/registry/backups.test.ts: an hourly backup',
  secondary_no_point_in_time: 'below: an instant from the secondary of a type without it',
  fork_no_backups: 'below: a fork before the first backup',
  token_missing: 'test/registry/server/tokens.test.ts',
  token_invalid: 'test/registry/server/tokens.test.ts',
  token_insufficient: 'test/registry/server/tokens.test.ts',
  project_forbidden: 'test/registry/server/tokens.test.ts',
  token_not_found: 'test/registry/tokens.test.ts',
  token_already_exists: 'test/registry/tokens.test.ts',
  not_judged_here: 'test/registry/server/forks.test.ts',
  write_conflict: 'raised by the HTTP border when a store reports a conflict',
};

const cases = [...names, ...placement, ...settings, ...forkKeys, ...recovery, ...data, ...records];

describe('decide', () => {
  test.each(cases)('refuses $story with $code', ({ code, profile = 'instant', given, when }) => {
    const world = aWorld({ profile });
    given?.(world);
    const events = world.registry.status().events;
    expect(world.refusal(typeof when === 'function' ? when(world) : when)).toBe(code);
    expect(world.registry.status().events).toBe(events);
  });

  test('refuses a write before the service runs with service_not_ready', () => {
    const world = aWorld({ profile: 'fast' });
    world.run(aCreate());
    expect(world.refusal({ type: 'CreateUser', ...orders, username: 'ada' })).toBe('service_not_ready');
  });

  test('refuses a fork before the first backup with fork_no_backups', () => {
    const world = aWorld({ profile: 'fast' });
    world.run(aCreate());
    world.advance(6_000 - 1);
    expect(world.refusal(aFork())).toBe('fork_no_backups');
    world.advance(1);
    world.run(aFork());
  });

  test('refuses an instant from the secondary of a type without it with secondary_no_point_in_time', () => {
    const types = new Map(defaultCatalogue.serviceTypes);
    const pg = types.get('pg');
    if (pg !== undefined) types.set('pg', { ...pg, backupRegionPointInTime: false });
    const world = aWorld({ catalogue: { ...defaultCatalogue, serviceTypes: types } });
    startedWithRegion(world);
    const time = toRfc3339(world.now());
    const asked = aFork({ recovery_target_time: time }, { from: 'secondary', cloud: 'google-europe-west4' });
    expect(world.refusal(asked)).toBe('secondary_no_point_in_time');
  });

  test('reaches every refusal code', () => {
    const reached = new Set<string>([...cases.map(({ code }) => code), ...Object.keys(elsewhere)]);
    expect(Object.keys(refusalStatuses).filter((code) => !reached.has(code))).toEqual([]);
  });

  test('accepts a change of the second backup region after exactly 24 hours; to set it or take it away is none', () => {
    const world = aWorld();
    const to = (...regions: readonly string[]) => update({ userConfig: { additional_backup_regions: regions } });
    const [first, second] = ['google-europe-west4', 'google-europe-west3'];
    world.run(aCreate({ userConfig: withRegion }), to(), to(first), to(second));
    expect(world.refusal(to(first))).toBe('backup_region_changed_recently');
    world.advance(dayMs - 1);
    expect(world.refusal(to(first))).toBe('backup_region_changed_recently');
    world.run(to(), to(second));
    world.advance(1);
    world.run(to(first));
  });

  test('treats an equal create-only key of a live fork as no change', () => {
    const world = aWorld();
    world.run(aCreate(), aFork());
    const events = world.registry.status().events;
    world.run({ type: 'UpdateService', ...copy, userConfig: { service_to_fork_from: 'orders' } });
    world.run({ type: 'UpdateService', ...copy, userConfig: { project_to_fork_from: 'demo' } });
    expect(world.registry.status().events).toBe(events);
  });

  test('treats a setting that only is spelled otherwise as no change', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: { ip_filter: ['10.0.0.0/8', { network: '192.0.2.0/24' }], work_mem: 8 } }));
    world.advance(dayMs);
    world.run(aFork({ recovery_target_time: '2026-11-01T12:00:00Z' }));
    const events = world.registry.status().events;
    for (const time of [
      '2026-11-01T13:00:00+01:00',
      '2026-11-01 12:00Z',
      '2026-11-01T12:00:00.000Z',
      '2026-11-01T12:00',
    ])
      world.run({ type: 'UpdateService', ...copy, userConfig: { recovery_target_time: time } });
    world.run(
      update({ userConfig: { ip_filter: [{ network: '192.0.2.0/24', description: null }, '10.0.0.0/8'] } }),
      update({ userConfig: { shared_buffers_percentage: null } }),
    );
    expect(world.registry.status().events).toBe(events);
    const later = {
      type: 'UpdateService',
      ...copy,
      userConfig: { recovery_target_time: '2026-11-01T12:00:01Z' },
    } as const;
    expect(world.refusal(later)).toBe('user_config_create_only');
    world.run(
      update({ userConfig: { ip_filter: [{ network: '192.0.2.0/24', description: 'office' }, '10.0.0.0/8'] } }),
    );
    expect(world.registry.status().events).toBe(events + 1);
  });
});

test.each<[string, JsonObject, string]>([
  ['a text that breaks its pattern', { admin_password: 'hunter2 hunter2' }, 'admin_password must be made of letters'],
  ['no text', { admin_password: ['hunter2'] }, 'admin_password must be a text'],
  ['in a text where an object is expected', { migration: 'hunter2' }, 'migration must be an object'],
  ['in an address', { variant: 'https://me:hunter2@host' }, 'variant must be one of'],
])('a refused secret is not repeated in the message: %s', (_, userConfig, told) => {
  const outcome = aWorld().registry.execute(aCreate({ userConfig }));
  const message = outcome.kind === 'refused' ? outcome.refusal.message : '';
  expect(message).toContain(told);
  expect(message).not.toContain('hunter2');
});
