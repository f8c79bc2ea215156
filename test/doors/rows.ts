import type { JsonObject } from '../../src/domain';
import type { Asked, DoorName } from './doors';

/** One request, with the one verdict that it has. */
export interface Row {
  readonly what: string;
  readonly asked: Asked;
  /** The rules of its errors; none: it is made. */
  readonly rules: readonly string[];
  /** Doors that say something else, with the reason. */
  readonly differs?: Readonly<Partial<Record<DoorName, string>>>;
  /** What each door that refuses says among other things. */
  readonly says?: RegExp;
}

const fork = (userConfig: JsonObject = {}, part: JsonObject = {}): Asked => ({
  service_name: 'copy',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'google-europe-west1',
  ...part,
  user_config: { service_to_fork_from: 'orders', ...userConfig },
});

const named = (service_name: string): Asked => ({ ...fork(), service_name });

/** A fork of a service of another type, of the same plan. */
const forkOf = (source: string, type: string, plan: string, userConfig: JsonObject = {}): Asked =>
  fork({ service_to_fork_from: source, ...userConfig }, { service_type: type, plan });

const toldWhose = 'it says whose the service is and how to take it over, before a registry would refuse';
const byTerraform =
  'Terraform knows the attributes of its schema, and refuses another one before the provider is asked';

const byName = 'it takes the name of an environment variable in place of a secret, whatever the secret';
const unseen = 'no secret is written for it to be seen: synth refuses, and what comes out without its refusal has none';

/** The same of a source that has no backup yet. */
export const unbacked: Row = {
  what: 'a source without a backup',
  asked: fork({ service_to_fork_from: 'fresh' }),
  rules: ['source/no-backup'],
  differs: { provider: 'its apply waits for the first backup, and its plan warns until when' },
};

/** The world begins at 1 November; `orders` has backups from then on, and it is the 4th. */
export const rows: readonly Row[] = [
  { what: 'a fork of the newest backup', asked: fork(), rules: [] },
  { what: 'an instant', asked: fork({ recovery_target_time: '2026-11-03T12:00:00Z' }), rules: [] },
  { what: 'an instant without a zone', asked: fork({ recovery_target_time: '2026-11-03 12:00:00' }), rules: [] },
  {
    what: 'a null key',
    asked: fork({ recovery_target_time: null, project_to_fork_from: null }),
    rules: [],
    differs: { cli: 'a command line has no null: what is not given is not given' },
  },
  { what: 'empty keys', asked: fork({ recovery_target_time: '', project_to_fork_from: '' }), rules: [] },
  { what: 'no fork, by an empty key', asked: fork({ service_to_fork_from: '' }), rules: [] },
  { what: 'a source that is off', asked: fork({ service_to_fork_from: 'off' }), rules: [] },
  {
    what: 'an unknown project',
    asked: fork({}, { project: 'demmo' }),
    rules: ['project/unknown-project'],
    says: /Did you mean "?demo"?\?/,
  },
  {
    what: 'an unknown type',
    asked: fork({}, { service_type: 'postgresql' }),
    rules: ['naming/unknown-service-type'],
    says: /Did you mean "?pg"?\?/,
  },
  {
    what: 'a type by its old name',
    asked: fork({}, { service_type: 'caching' }),
    rules: ['naming/unknown-service-type'],
    says: /Did you mean "?redis"?\?/,
  },
  {
    what: 'an unknown plan',
    asked: fork({}, { plan: 'buisness-4' }),
    rules: ['sizing/plan-unknown'],
    says: /Did you mean "?business-4"?\?/,
  },
  {
    what: 'an unknown cloud',
    asked: fork({}, { cloud_name: 'europe-west1' }),
    rules: ['placement/cloud-unknown'],
    says: /Did you mean "?google-europe-west1"?\?/,
  },
  {
    what: 'an unknown source',
    asked: fork({ service_to_fork_from: 'ordres' }),
    rules: ['source/not-found'],
    says: /Did you mean "?orders"?\?/,
  },
  {
    what: 'an unknown project of the source',
    asked: fork({ project_to_fork_from: 'othr', service_to_fork_from: 'shop' }),
    rules: ['source/not-found'],
    says: /[Dd]id you mean (project )?"?other"?\?/,
  },
  {
    what: 'a misspelt key',
    asked: fork({ recovery_tarqet_time: '2026-11-03T12:00:00Z' }),
    rules: ['naming/unknown-setting'],
    says: /[Dd]id you mean "?recovery_?[tT]arget_?[tT]ime"?\?/,
    differs: { provider: byTerraform },
  },
  {
    what: 'a source of another organization',
    asked: fork({ project_to_fork_from: 'foreign', service_to_fork_from: 'theirs' }),
    rules: ['project/other-organization'],
  },
  { what: 'a terminated source', asked: fork({ service_to_fork_from: 'gone' }), rules: ['source/terminated'] },
  { what: 'a source of another type', asked: forkOf('orders', 'mysql', 'business-4'), rules: ['source/type-mismatch'] },
  {
    what: 'itself',
    asked: { ...fork(), service_name: 'orders' },
    rules: ['project/self-fork'],
    differs: { 'local-exec': toldWhose },
  },
  {
    what: 'a name that is taken',
    asked: named('off'),
    rules: ['project/name-taken'],
    differs: { provider: toldWhose, 'local-exec': toldWhose },
  },
  { what: 'a name with capitals', asked: named('Copy'), rules: ['naming/invalid-service-name'] },
  { what: 'a name that is too long', asked: named('c'.repeat(65)), rules: ['naming/invalid-service-name'] },
  {
    what: 'a source name with capitals',
    asked: fork({ service_to_fork_from: 'Orders DB' }),
    rules: ['naming/invalid-source-name'],
  },
  {
    what: 'a project without a source',
    asked: fork({ service_to_fork_from: null, project_to_fork_from: 'other' }),
    rules: ['source/project-without-source'],
  },
  {
    what: 'a time without a source',
    asked: fork({ service_to_fork_from: null, recovery_target_time: '2026-11-03T12:00:00Z' }),
    rules: ['recovery/target-time-without-source'],
  },
  {
    what: 'no time at all',
    asked: fork({ recovery_target_time: 'yesterday' }),
    rules: ['recovery/target-time-invalid'],
  },
  {
    what: 'a time in the future',
    asked: fork({ recovery_target_time: '2027-01-01T00:00:00Z' }),
    rules: ['recovery/target-time-in-future'],
  },
  {
    what: 'a time before the window',
    asked: fork({ recovery_target_time: '2026-10-01T00:00:00Z' }),
    rules: ['recovery/target-time-before-window'],
  },
  {
    what: 'the latest transaction and a time',
    asked: fork({ recovery_target_time: '2026-11-03T12:00:00Z' }, { latest_transaction: true }),
    rules: ['recovery/two-recovery-points'],
  },
  {
    what: 'a backup name on pg',
    asked: fork({ recovery_basebackup_name: 'backup-20261103t000000000000z' }),
    rules: ['recovery/backup-name-invalid'],
  },
  {
    what: 'a backup that is not listed',
    asked: forkOf('search', 'opensearch', 'business-4', { recovery_basebackup_name: 'backup-20200101t000000000000z' }),
    rules: ['recovery/backup-not-listed'],
  },
  {
    what: 'a time on opensearch',
    asked: forkOf('search', 'opensearch', 'business-4', { recovery_target_time: '2026-11-03T12:00:00Z' }),
    rules: ['recovery/target-time-unsupported'],
  },
  {
    what: 'a fork of kafka',
    asked: forkOf('orders', 'kafka', 'business-4'),
    rules: ['source/type-not-forkable'],
    says: /cannot be forked/,
  },
  {
    what: 'a fork of kafka at an instant, and from a named backup',
    asked: forkOf('orders', 'kafka', 'business-4', {
      recovery_target_time: '2026-11-03T12:00:00Z',
      recovery_basebackup_name: 'backup-20200101t000000000000z',
    }),
    rules: ['source/type-not-forkable'],
    says: /cannot be forked/,
  },
  { what: 'an hour that no day has', asked: fork({ backup_hour: 24 }), rules: ['naming/invalid-setting'] },
  { what: 'an empty version', asked: fork({ pg_version: '' }), rules: ['naming/invalid-setting'] },
  { what: 'an empty cloud', asked: fork({}, { cloud_name: '' }), rules: ['placement/cloud-unknown'] },
  {
    what: 'the longest value of a tag',
    asked: fork({}, { tags: { team: 'x'.repeat(256) } }),
    rules: [],
  },
  {
    what: 'a value of a tag that is too long',
    asked: fork({}, { tags: { team: 'x'.repeat(257) } }),
    rules: ['naming/invalid-tag'],
    says: /257 characters; at most 256/,
  },
  { what: 'an empty value of a tag', asked: fork({}, { tags: { team: '' } }), rules: [] },
  {
    what: 'a password that is too short',
    asked: fork({ admin_password: 'short' }),
    rules: ['naming/invalid-setting'],
    differs: { synth: byName, check: unseen, provider: byName, 'local-exec': unseen },
  },
  { what: 'a tag with a space', asked: fork({}, { tags: { 'bad key!': 'x' } }), rules: ['naming/invalid-tag'] },
  {
    what: 'an address that is none',
    asked: fork({ ip_filter: ['10.0.0.0/33'] }),
    rules: ['naming/invalid-setting'],
    says: /10\.0\.0\.0\/33/,
  },
  { what: 'another major version', asked: fork({ pg_version: '16' }), rules: ['sizing/version-differs'] },
  { what: 'a replica', asked: fork({ pg_read_replica: true }), rules: [] },
  {
    what: 'a replica of another version',
    asked: fork({ pg_read_replica: true, pg_version: '16' }),
    rules: ['source/replica-version-differs'],
    says: /orders.*18/s,
  },
  {
    what: 'a replica of another variant',
    asked: fork({ pg_read_replica: true, variant: 'timescale' }),
    rules: ['source/replica-version-differs'],
  },
  { what: 'a disk below the plan', asked: fork({}, { disk_space_mb: 10_240 }), rules: ['sizing/disk-not-orderable'] },
  {
    what: 'a disk above the cap',
    asked: fork({}, { disk_space_mb: 102_400_000 }),
    rules: ['sizing/disk-not-orderable'],
  },
  {
    what: 'a free plan in a chosen cloud',
    asked: fork({}, { plan: 'free-1-1gb' }),
    rules: ['sizing/free-plan-cloud-choice', 'sizing/tier-not-a-fork-target'],
  },
  {
    what: 'a region that is down',
    asked: fork({}, { cloud_name: 'aws-eu-central-1' }),
    rules: ['placement/cloud-down'],
  },
  {
    what: 'a second region of another provider',
    asked: fork({ additional_backup_regions: ['aws-eu-west-1'] }),
    rules: ['placement/backup-region-other-provider'],
  },
  {
    what: 'an unknown second region',
    asked: fork({ additional_backup_regions: ['google-europe-west99'] }),
    rules: ['placement/backup-region-unknown'],
  },
  {
    what: 'the secondary location of a source without one',
    asked: fork({}, { from: 'secondary' }),
    rules: ['recovery/secondary-point-unavailable'],
  },
  {
    what: 'a location without a source',
    asked: fork({ service_to_fork_from: null }, { from: 'primary' }),
    rules: ['recovery/location-without-source'],
  },
  {
    what: 'a private network',
    asked: fork({}, { project_vpc_id: 'demo/8a1c2f4e' }),
    rules: ['placement/network-not-simulated'],
    says: /simulates no private networks/,
  },
];
