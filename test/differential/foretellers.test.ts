import { hourMs, type JsonObject, type ServiceRequest } from '../../src/domain';
import type { CreateService, Registry, UpdateService } from '../../src/registry';
import { findForetellers } from '../../src/registry/http/foretellers';
import { aCreate, aWorld, orders, type World } from '../registry/world';
import { foretell, namingFault } from './laws';
import { asCommand, declared, type Wish } from './wish';

const [home, second] = ['google-europe-west1', 'google-europe-west4'];

/** Eight hours in: `orders` copies to a second region and was upgraded 6 hours ago, and there is one service of each odd kind. */
const aLandscape = (): World => {
  const world = aWorld();
  const withRegion = { additional_backup_regions: [second] };
  world.run(
    aCreate({ userConfig: { ...withRegion, pg_version: '16' } }),
    aCreate({ service: 'search', serviceType: 'opensearch', userConfig: { opensearch_version: '3.6' } }),
    aCreate({ service: 'off', userConfig: { pg_version: '16' } }),
    aCreate({ service: 'gone' }),
    aCreate({ service: 'large', plan: 'business-8', dataSizeMb: 100_000 }),
    aCreate({ service: 'cache', serviceType: 'valkey', userConfig: { valkey_persistence: 'off' } }),
    aCreate({ service: 'events', serviceType: 'kafka' }),
    aCreate({ project: 'other', service: 'shop' }),
    aCreate({ project: 'foreign', service: 'theirs' }),
  );
  world.advance(2 * hourMs);
  world.run(
    { type: 'UpdateService', ...orders, userConfig: { pg_version: '17' } },
    aCreate({ service: 'follower', integrations: [{ integrationType: 'read_replica', sourceService: 'orders' }] }),
    aCreate({ service: 'copy', userConfig: { service_to_fork_from: 'orders', pg_version: '17' } }),
  );
  world.advance(4 * hourMs);
  world.run(
    { type: 'UpdateService', project: 'demo', service: 'off', powered: false },
    { type: 'TerminateService', project: 'demo', service: 'gone' },
  );
  world.advance(2 * hourMs);
  return world;
};

const aWish = (userConfig: JsonObject, part: Partial<Wish> = {}): Wish => ({
  project: 'demo',
  serviceName: 'wish',
  serviceType: 'pg',
  plan: 'business-4',
  cloud: home,
  ...part,
  userConfig,
});
const fork = (userConfig: JsonObject = {}, part: Partial<Wish> = {}): Wish =>
  aWish({ service_to_fork_from: 'orders', ...userConfig }, part);

/** What the answer names, and what is wrong with that by the rules themselves, asked about the same request at the same instant. */
const namesOf = (
  registry: Registry,
  request: ServiceRequest,
  command: CreateService | UpdateService,
): readonly unknown[] => {
  const review = foretell(request, registry.facts());
  const outcome = registry.execute(command);
  if (outcome.kind === 'accepted') return ['accepted'];
  const fault = namingFault({ request, review, outcome, unforeseen: [] }, registry, command);
  return [outcome.refusal.code, ...findForetellers(registry, command, outcome.refusal), ...(fault ? [fault] : [])];
};

/** Each refusal, and the rules that it names: no other ones can have foretold it. */
const ofNew: readonly (readonly [string, Wish, readonly string[]])[] = [
  ['service_already_exists', fork({}, { serviceName: 'off' }), ['project/name-taken']],
  ['service_already_exists', fork({}, { serviceName: 'orders' }), ['project/self-fork']],
  [
    'service_already_exists',
    aWish({ pg_service_to_fork_from: 'search' }, { serviceType: 'opensearch', serviceName: 'search' }),
    ['project/name-taken'],
  ],
  ['fork_source_self', fork({ service_to_fork_from: 'wish' }), ['project/self-fork']],
  ['fork_source_not_found', fork({ service_to_fork_from: 'ordres' }), ['source/not-found']],
  ['fork_source_not_found', fork({ service_to_fork_from: 'shop' }), ['project/source-in-other-project']],
  ['fork_source_not_found', fork({ project_to_fork_from: 'nowhere' }), ['source/not-found']],
  ['project_not_found', fork({}, { project: 'nowhere' }), ['project/unknown-project']],
  ['fork_source_terminated', fork({ service_to_fork_from: 'gone' }), ['source/terminated']],
  ['fork_source_read_replica', fork({ service_to_fork_from: 'follower' }), ['source/read-replica']],
  [
    'fork_persistence_off',
    fork({ service_to_fork_from: 'cache' }, { serviceType: 'valkey' }),
    ['source/persistence-off'],
  ],
  ['fork_type_mismatch', fork({}, { serviceType: 'mysql' }), ['source/type-mismatch']],
  [
    'fork_type_mismatch',
    aWish(
      { service_to_fork_from: 'search', pg_read_replica: true },
      { integrations: [{ type: 'read_replica', sourceService: 'search' }] },
    ),
    ['source/replica-not-a-fork'],
  ],
  [
    'fork_type_mismatch',
    aWish({}, { integrations: [{ type: 'read_replica', sourceService: 'search' }] }),
    ['source/replica-type-mismatch'],
  ],
  [
    'fork_type_unsupported',
    fork({ service_to_fork_from: 'events', project_to_fork_from: 'demo' }, { serviceType: 'kafka' }),
    ['source/type-not-forkable'],
  ],
  [
    'fork_type_unsupported',
    aWish({ project_to_fork_from: 'demo' }, { serviceType: 'kafka' }),
    ['source/project-without-source'],
  ],
  // The former name of the source is a key of PostgreSQL alone.
  [
    'fork_type_unsupported',
    aWish({ project_to_fork_from: 'demo', pg_service_to_fork_from: 'orders' }, { serviceType: 'kafka' }),
    ['source/project-without-source'],
  ],
  ['fork_version_mismatch', fork({ pg_version: '18' }), ['sizing/version-differs']],
  ['fork_version_mismatch', fork({ pg_version: '18', pg_read_replica: true }), ['source/replica-version-differs']],
  [
    'fork_version_mismatch',
    aWish({ pg_version: '18' }, { integrations: [{ type: 'read_replica', sourceService: 'orders' }] }),
    ['source/replica-version-differs'],
  ],
  ['fork_variant_mismatch', fork({ variant: 'timescale' }), ['sizing/variant-differs']],
  ['fork_disk_too_small', fork({ service_to_fork_from: 'large' }, { plan: 'startup-4' }), ['sizing/disk-below-data']],
  [
    'fork_disk_too_small',
    fork({ service_to_fork_from: 'large', pg_read_replica: true }, { plan: 'startup-4' }),
    ['sizing/replica-disk-below-data'],
  ],
  [
    'fork_disk_too_small',
    aWish({}, { plan: 'startup-4', integrations: [{ type: 'read_replica', sourceService: 'large' }] }),
    ['sizing/replica-disk-below-data'],
  ],
  ['fork_variant_mismatch', fork({ variant: 'timescale', pg_read_replica: true }), ['source/replica-version-differs']],
  [
    'fork_version_mismatch',
    fork({ service_to_fork_from: 'search', opensearch_version: '1' }, { serviceType: 'opensearch' }),
    ['sizing/version-older-than-source'],
  ],
  [
    'recovery_time_out_of_range',
    fork({ recovery_target_time: '2026-11-01T01:00:00Z' }),
    ['recovery/target-time-before-window'],
  ],
  [
    'recovery_time_out_of_range',
    fork({ service_to_fork_from: 'off', recovery_target_time: '2026-11-01T07:00:00Z' }),
    ['recovery/target-time-after-window'],
  ],
  [
    'recovery_time_in_future',
    fork({ recovery_target_time: '2027-11-01T00:00:00Z' }),
    ['recovery/target-time-in-future'],
  ],
  [
    'recovery_time_out_of_range',
    fork({ recovery_target_time: '2026-11-01T01:00:00Z' }, { from: 'secondary', cloud: second }),
    ['recovery/secondary-point-unavailable'],
  ],
  [
    'secondary_not_available',
    fork({ service_to_fork_from: 'search' }, { serviceType: 'opensearch', from: 'secondary' }),
    ['recovery/secondary-point-unavailable'],
  ],
  [
    'recovery_backup_not_found',
    fork(
      { service_to_fork_from: 'search', recovery_basebackup_name: 'backup-20200101t000000000000z' },
      { serviceType: 'opensearch' },
    ),
    ['recovery/backup-not-listed'],
  ],
  [
    'recovery_key_unsupported',
    fork({ recovery_basebackup_name: 'backup-20200101t000000000000z' }),
    ['recovery/backup-name-invalid'],
  ],
  [
    'recovery_key_unsupported',
    fork(
      { service_to_fork_from: 'search', recovery_target_time: '2026-11-01T01:00:00Z' },
      { serviceType: 'opensearch' },
    ),
    ['recovery/target-time-unsupported'],
  ],
  [
    'recovery_key_unsupported',
    fork({ recovery_target_time: '2026-11-01T01:00:00Z' }, { serviceType: 'clickhouse', plan: 'startup-16' }),
    ['recovery/clickhouse-point-in-time'],
  ],
  ['user_config_value_invalid', fork({ backup_hour: 24 }), ['naming/invalid-setting']],
  ['user_config_value_invalid', fork({ service_to_fork_from: 'Orders' }), ['naming/invalid-source-name']],
  [
    'user_config_value_invalid',
    fork({ service_to_fork_from: 'Orders', pg_read_replica: true }),
    ['naming/invalid-source-name'],
  ],
  ['user_config_value_invalid', fork({ project_to_fork_from: 'De mo' }), ['naming/invalid-source-project']],
  ['user_config_key_unknown', fork({ recovery_tarqet_time: '' }), ['naming/unknown-setting']],
];

test.each(ofNew)('a new service: %s is foretold by the rules that it names, and by no other', (code, wish, rules) => {
  expect(namesOf(aLandscape().registry, declared(wish), asCommand(wish))).toEqual([code, ...rules]);
});

const changed = (service: string, userConfig: JsonObject, part: Partial<Wish> = {}): Wish =>
  aWish(userConfig, { serviceName: service, ...part });

const ofLive: readonly (readonly [string, Wish, readonly string[]])[] = [
  [
    'user_config_create_only',
    changed('copy', { service_to_fork_from: 'off', pg_version: '17' }),
    ['lifecycle/fork-key-changed'],
  ],
  ['user_config_create_only', changed('off', { service_to_fork_from: 'orders' }), ['lifecycle/fork-keys-added']],
  ['user_config_create_only', changed('off', { admin_username: 'root' }), ['lifecycle/setting-fixed']],
  ['service_powered_off', changed('off', { pg_version: '18' }), ['lifecycle/version-not-reachable']],
  ['version_of_replica', changed('follower', { pg_version: '18' }), ['lifecycle/version-not-reachable']],
  ['version_downgrade', changed('orders', { pg_version: '16' }), ['lifecycle/version-not-reachable']],
  [
    'fork_type_unsupported',
    changed('events', { service_to_fork_from: 'orders' }, { serviceType: 'kafka' }),
    ['lifecycle/fork-keys-added'],
  ],
  ['user_config_key_unknown', changed('off', { work_memory: 4 }), ['naming/unknown-setting']],
];

test.each(ofLive)('a change: %s is foretold by the rules that it names, and by no other', (code, wish, rules) => {
  const command: UpdateService = {
    type: 'UpdateService',
    project: 'demo',
    service: wish.serviceName,
    userConfig: wish.userConfig,
  };
  expect(namesOf(aLandscape().registry, { ...declared(wish), recorded: true }, command)).toEqual([code, ...rules]);
});

test.each<[string, string, Wish, string]>([
  [
    'no copy can serve',
    'backup_location_down',
    fork({ service_to_fork_from: 'off' }, { cloud: second }),
    'placement/backup-location-down',
  ],
  [
    'the copies are in another cloud',
    'secondary_cloud_mismatch',
    fork({}, { cloud: 'google-europe-west3' }),
    'recovery/secondary-cloud-mismatch',
  ],
  ['the new service is to run there', 'cloud_down', fork(), 'placement/cloud-down'],
])('a region that is down: %s', (_, code, wish, rule) => {
  const world = aLandscape();
  world.run({ type: 'SetCloudDown', cloud: home, down: true });
  expect(namesOf(world.registry, declared(wish), asCommand(wish))).toEqual([code, rule]);
});
