import { defaultCatalogue } from '../../src/domain/default-catalogue';
import { clouds } from '../../src/domain/clouds';
import { planKey } from '../../src/domain/catalogue';
import { plans } from '../../src/domain/plans';
import { serviceTypes } from '../../src/domain/service-types';
import type { Plan } from '../../src/domain/plan';
import type { UserConfigKey } from '../../src/domain/user-config-key';

const duplicates = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

const findKey = (type: string, key: string): UserConfigKey | undefined =>
  defaultCatalogue.serviceTypes.get(type)?.userConfig.find((entry) => entry.key === key);

const findPlan = (type: string, plan: string): Plan | undefined => defaultCatalogue.plans.get(planKey(type, plan));

describe('clouds', () => {
  test('there are 171, each once', () => {
    expect(clouds).toHaveLength(171);
    expect(duplicates(clouds.map(({ name }) => name))).toEqual([]);
  });

  test.each([
    ['ovh', 22],
    ['aws', 25],
    ['azure', 39],
    ['do', 9],
    ['google', 42],
    ['upcloud', 16],
    ['oci', 18],
  ])('%s has %i', (provider, count) => {
    expect(clouds.filter((cloud) => cloud.provider === provider)).toHaveLength(count);
  });

  test('only those of one provider are of limited availability', () => {
    const limited = clouds.filter((cloud) => cloud.limitedAvailability);
    expect(new Set(limited.map(({ provider }) => provider))).toEqual(new Set(['oci']));
    expect(limited).toHaveLength(18);
  });

  test.each([
    ['aws-eu-central-1', 'aws', 'europe'],
    ['aws-ap-southeast-2', 'aws', 'australia'],
    ['google-europe-west1', 'google', 'europe'],
    ['google-me-west1', 'google', 'middle east'],
    ['azure-mexico-central', 'azure', 'north america'],
    ['avn-ovh-syd1', 'ovh', 'asia-pacific'],
    ['sa-saopaulo-1', 'oci', 'south america'],
  ])('%s is of %s in %s', (name, provider, geoRegion) => {
    expect(defaultCatalogue.clouds.get(name)).toMatchObject({ provider, geoRegion });
  });
});

/** `Y`: the schema has the key. `D`: it has it, deprecated. `-`: it has not. */
const forkKeyTable = [
  [
    'type',
    'service_to_fork_from',
    'project_to_fork_from',
    'recovery_target_time',
    'recovery_basebackup_name',
    'additional_backup_regions',
    'backup_hour',
    'backup_minute',
  ],
  ['pg', 'Y', 'Y', 'Y', '-', 'Y', 'Y', 'Y'],
  ['mysql', 'Y', 'Y', 'Y', '-', 'Y', 'Y', 'Y'],
  ['opensearch', 'Y', 'Y', '-', 'Y', 'Y', '-', '-'],
  ['clickhouse', 'Y', 'Y', '-', 'Y', 'D', 'Y', 'Y'],
  ['valkey', 'Y', 'Y', '-', 'Y', 'Y', 'Y', 'Y'],
  ['dragonfly', 'Y', 'Y', '-', 'Y', '-', '-', '-'],
  ['grafana', 'Y', 'Y', '-', 'Y', 'Y', '-', '-'],
  ['kafka', '-', '-', '-', '-', 'D', '-', '-'],
  ['kafka_connect', '-', '-', '-', '-', 'D', '-', '-'],
  ['kafka_mirrormaker', '-', '-', '-', '-', 'D', '-', '-'],
  ['flink', '-', '-', '-', '-', 'D', '-', '-'],
  ['thanos', '-', '-', '-', '-', '-', '-', '-'],
  ['cassandra', 'Y', 'Y', '-', '-', 'D', 'Y', 'Y'],
  ['redis', 'Y', 'Y', '-', 'Y', 'Y', 'Y', 'Y'],
  ['m3db', 'Y', 'Y', '-', '-', 'D', '-', '-'],
  ['influxdb', 'Y', 'Y', '-', 'Y', 'D', '-', '-'],
  ['elasticsearch', 'D', 'D', '-', 'D', '-', '-', '-'],
  ['alloydbomni', 'Y', 'Y', 'Y', '-', 'Y', 'Y', 'Y'],
] as const;

describe('service types', () => {
  test('there are 18, each once, 6 of them legacy', () => {
    expect(serviceTypes).toHaveLength(18);
    expect(duplicates(serviceTypes.map(({ name }) => name))).toEqual([]);
    expect(serviceTypes.filter(({ legacy }) => legacy).map(({ name }) => name)).toEqual([
      'cassandra',
      'redis',
      'm3db',
      'influxdb',
      'elasticsearch',
      'alloydbomni',
    ]);
  });

  test('the table of fork keys names every type', () => {
    expect(forkKeyTable.slice(1).map(([type]) => type)).toEqual(serviceTypes.map(({ name }) => name));
  });

  test.each(forkKeyTable.slice(1))('%s has exactly the fork keys of its schema', (type, ...expected) => {
    const [, ...keys] = forkKeyTable[0];
    const marks = keys.map((key) => {
      const found = findKey(type, key);
      return found === undefined ? '-' : found.deprecated ? 'D' : 'Y';
    });
    expect(marks).toEqual(expected);
  });

  test.each(serviceTypes.map((type) => [type.name, type] as const))('%s is consistent', (_name, type) => {
    const keys = type.userConfig.map(({ key }) => key);
    expect(duplicates(keys)).toEqual([]);
    expect(type.forkable).toBe(keys.includes('service_to_fork_from'));
    expect(type.recovery === 'point-in-time').toBe(keys.includes('recovery_target_time'));
    expect(type.recovery === 'named-backup').toBe(keys.includes('recovery_basebackup_name'));
    expect(type.forkable).toBe(type.recovery !== 'none');
    expect(type.sources.length).toBeGreaterThan(0);
    if (type.persistenceKey !== undefined) expect(findKey(type.name, type.persistenceKey)?.values).toContain('off');
    if (type.versionKey === undefined) expect(type.versions).toEqual([]);
    else {
      expect(findKey(type.name, type.versionKey)?.effect).toBe('version');
      expect(findKey(type.name, type.versionKey)?.values).toEqual(type.versions.map(({ version }) => version));
      expect(type.versions.find(({ version }) => version === type.defaultVersion)?.deprecated).toBeUndefined();
      expect(type.versions.map(({ version }) => version)).toContain(type.defaultVersion);
    }
  });

  test('every pattern compiles, and every key has a sentence', () => {
    for (const type of serviceTypes) {
      for (const key of type.userConfig) {
        if (key.pattern !== undefined) expect(new RegExp(key.pattern)).toBeInstanceOf(RegExp);
        expect(`${key.key}: ${key.summary}`).toMatch(/^[a-z0-9_.-]+: [A-Z].*[^.]\.$/);
        expect(key.source.from).not.toBe('');
      }
    }
  });

  test.each([
    ['service_to_fork_from', { createOnly: true, nullable: true, maxLength: 64, pattern: '^[a-z][-a-z0-9]{0,63}$|^$' }],
    ['project_to_fork_from', { createOnly: true, nullable: true, maxLength: 63, pattern: '^[a-z][-a-z0-9]{0,63}$|^$' }],
    ['recovery_target_time', { createOnly: true, maxLength: 32 }],
    ['additional_backup_regions', { createOnly: false, maxItems: 1, maxLength: 256, pattern: '^[a-z0-9-]+$' }],
    ['backup_hour', { createOnly: false, minimum: 0, maximum: 23 }],
    ['backup_minute', { createOnly: false, minimum: 0, maximum: 59 }],
    ['admin_username', { createOnly: true, maxLength: 64 }],
    ['admin_password', { createOnly: true, minLength: 8, maxLength: 256, effect: 'secret' }],
  ])('%s has the bounds of the schema', (key, bounds) => {
    expect(findKey('pg', key)).toMatchObject(bounds);
    expect(findKey('mysql', key)).toMatchObject(bounds);
  });

  test.each([
    ['opensearch', '^[a-zA-Z0-9-_:.]+$'],
    ['clickhouse', '^[a-zA-Z0-9-_:.+]+$'],
  ])('recovery_basebackup_name of %s is not create-only', (type, pattern) => {
    expect(findKey(type, 'recovery_basebackup_name')).toMatchObject({ createOnly: false, maxLength: 128, pattern });
  });

  test('secrets are marked', () => {
    const secrets = serviceTypes.flatMap((type) =>
      type.userConfig
        .filter(({ effect, secretFields }) => effect === 'secret' || secretFields !== undefined)
        .map(({ key }) => `${type.name}.${key}`),
    );
    expect(secrets).toEqual([
      'pg.admin_password',
      'pg.migration',
      'mysql.admin_password',
      'mysql.migration',
      'opensearch.openid',
      'opensearch.jwt',
      'opensearch.custom_keystores',
      'opensearch.custom_repos',
      'opensearch.azure_migration',
      'opensearch.gcs_migration',
      'opensearch.opensearch',
      'opensearch.s3_migration',
      'valkey.migration',
      'dragonfly.migration',
      'grafana.auth_azuread',
      'grafana.auth_generic_oauth',
      'grafana.auth_github',
      'grafana.auth_gitlab',
      'grafana.auth_google',
      'grafana.external_image_storage',
      'grafana.smtp_server',
      'kafka.kafka_connect_secret_providers',
      'kafka_connect.secret_providers',
      'redis.migration',
      'alloydbomni.admin_password',
    ]);
  });

  test('single sign-on exists for OpenSearch only', () => {
    const keys = serviceTypes.flatMap((type) =>
      type.userConfig.filter(({ effect }) => effect === 'sso').map(({ key }) => `${type.name}.${key}`),
    );
    expect(keys).toEqual(['opensearch.saml', 'opensearch.openid', 'opensearch.jwt']);
  });
});

/** Nodes by tier: 0 where the tier is not on sale. */
const nodeTable = [
  ['pg', { free: 1, hobbyist: 1, startup: 1, business: 2, premium: 3 }],
  ['mysql', { free: 1, hobbyist: 1, startup: 1, business: 2, premium: 3 }],
  ['valkey', { free: 1, hobbyist: 1, startup: 1, business: 2, premium: 3 }],
  ['dragonfly', { free: 0, hobbyist: 1, startup: 1, business: 2, premium: 3 }],
  ['redis', { free: 0, hobbyist: 1, startup: 1, business: 2, premium: 3 }],
  ['opensearch', { free: 1, hobbyist: 1, startup: 1, business: 3, premium: 6 }],
  ['clickhouse', { free: 0, hobbyist: 0, startup: 1, business: 3, premium: 6 }],
  ['cassandra', { free: 0, hobbyist: 0, startup: 3, business: 3, premium: 6 }],
  ['m3db', { free: 0, hobbyist: 0, startup: 1, business: 3, premium: 3 }],
] as const;

describe('plans', () => {
  test('each is listed once, of a known type, and every type has one', () => {
    expect(duplicates(plans.map(({ type, name }) => planKey(type, name)))).toEqual([]);
    expect(new Set(plans.map(({ type }) => type))).toEqual(new Set(serviceTypes.map(({ name }) => name)));
  });

  test.each(nodeTable)('%s has the nodes of each tier', (type, expected) => {
    for (const [tier, nodes] of Object.entries(expected)) {
      const counts = plans.filter((plan) => plan.type === type && plan.tier === tier).map((plan) => plan.nodes);
      expect([tier, Math.min(...counts, Number.POSITIVE_INFINITY)]).toEqual([tier, nodes || Number.POSITIVE_INFINITY]);
    }
  });

  test('disk can be chosen wholly or not at all, up to five times the size of the plan', () => {
    for (const plan of plans) {
      const { diskMb, diskCapMb, diskStepMb } = plan;
      expect([plan.name, diskCapMb === null]).toEqual([plan.name, diskStepMb === null]);
      if (diskCapMb === null || diskStepMb === null) continue;
      expect(diskCapMb).toBe(diskMb * 5);
      expect(diskCapMb - diskMb).toBeGreaterThanOrEqual(diskStepMb);
      expect(diskStepMb % 10_240).toBe(0);
    }
  });

  test.each([
    ['startup-4', 81_920, 409_600],
    ['startup-8', 179_200, 896_000],
    ['business-16', 358_400, 1_792_000],
    ['premium-64', 1_024_000, 5_120_000],
  ])('pg %s has %i MB of disk, at most %i, in steps of 10 GiB', (name, diskMb, diskCapMb) => {
    expect(findPlan('pg', name)).toMatchObject({ diskMb, diskCapMb, diskStepMb: 10_240 });
  });

  test.each([
    ['opensearch', 'business-8', 537_600, 30_720],
    ['opensearch', 'premium-6x-16', 2_150_400, 61_440],
    ['clickhouse', 'business-16', 1_413_120, 30_720],
    ['clickhouse', 'premium-2x3-16', 2_826_240, 61_440],
  ])('%s %s counts the disk of all nodes', (type, name, diskMb, diskStepMb) => {
    expect(findPlan(type, name)).toMatchObject({ diskMb, diskStepMb, diskCapMb: diskMb * 5 });
  });

  test.each([
    ['pg', 'startup-4', { recoveryMode: 'pitr', intervalHours: 24, maxCount: 2 }],
    ['mysql', 'business-8', { recoveryMode: 'pitr', intervalHours: 24, maxCount: 14 }],
    ['pg', 'premium-16', { recoveryMode: 'pitr', intervalHours: 24, maxCount: 30 }],
    [
      'opensearch',
      'startup-4',
      { frequentIntervalMinutes: 60, frequentOldestAgeMinutes: 1_440, infrequentOldestAgeMinutes: 4_320 },
    ],
    ['opensearch', 'business-4', { infrequentIntervalMinutes: 1_440, infrequentOldestAgeMinutes: 20_160 }],
    ['opensearch', 'premium-6x-8', { recoveryMode: 'basic', infrequentOldestAgeMinutes: 43_200 }],
    ['clickhouse', 'business-16', { recoveryMode: 'basic', intervalHours: 24, maxCount: 14 }],
    ['valkey', 'premium-4', { recoveryMode: 'basic', intervalHours: 12, maxCount: 13 }],
    ['grafana', 'dashboard-1', { recoveryMode: 'basic', intervalHours: 24, maxCount: 3 }],
    ['cassandra', 'business-8', { recoveryMode: 'basic', intervalHours: 24, maxCount: 14 }],
  ])('%s %s is backed up as documented', (type, name, backup) => {
    expect(findPlan(type, name)?.backup).toMatchObject(backup);
  });

  test('a type without forks has no backups, and point in time needs its recovery mode', () => {
    for (const plan of plans) {
      const type = defaultCatalogue.serviceTypes.get(plan.type);
      expect([plan.type, plan.backup.maxCount === 0]).toEqual([plan.type, type?.recovery === 'none']);
      expect([plan.type, plan.backup.recoveryMode === 'pitr']).toEqual([plan.type, type?.recovery === 'point-in-time']);
    }
  });

  test('prices of pg grow with nodes and memory from the observed one', () => {
    expect(findPlan('pg', 'startup-4')?.priceUsdPerHour).toBe(0.13562);
    expect(findPlan('pg', 'business-8')?.priceUsdPerHour).toBe(0.54248);
    expect(findPlan('pg', 'free-1-1gb')?.priceUsdPerHour).toBe(0);
    expect(findPlan('kafka', 'business-4')?.priceUsdPerHour).toBeNull();
  });
});
