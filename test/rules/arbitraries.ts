import fc from 'fast-check';
import { known, serviceTypes, unknown, type Fact, type JsonValue, type ServiceRequest } from '../../src/domain';
import { aFork, aRequest, aService, aTerminatedService, builderNow, someFacts } from '../../src/domain/testing';

/** A value that is known, known and absurd, or left to apply. */
const factOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 5, arbitrary: value.map(known) },
    { weight: 1, arbitrary: fc.constant(unknown('known-after-apply')) },
  );

const names = fc.constantFrom('source-pg', 'pg-fork', 'old-pg', 'new-pg', 'sorce-pg');
const text = fc.oneof({ weight: 4, arbitrary: names }, { weight: 1, arbitrary: fc.string({ maxLength: 70 }) });
const json: fc.Arbitrary<JsonValue> = fc.oneof<fc.Arbitrary<JsonValue>[]>(
  fc.string({ maxLength: 140 }),
  fc.double(),
  fc.constantFrom<JsonValue>(null, true, false, [], {}, ['', null], { enabled: 'yes' }),
);
const times = fc
  .integer({ min: builderNow - 40 * 86_400_000, max: builderNow + 86_400_000 })
  .map((at) => new Date(at).toISOString());

const setting = (likely: fc.Arbitrary<JsonValue>): fc.Arbitrary<Fact<JsonValue>> =>
  factOf(fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: json }));

const userConfig = fc.record(
  {
    service_to_fork_from: setting(names),
    pg_service_to_fork_from: setting(names),
    project_to_fork_from: setting(fc.constantFrom('demo', 'staging')),
    recovery_target_time: setting(times),
    recovery_basebackup_name: setting(fc.constantFrom('backup-1', 'no backup')),
    additional_backup_regions: setting(fc.constantFrom<JsonValue>([], ['aws-eu-west-1'], ['google-europe-west3'])),
    pg_version: setting(fc.constantFrom('14', '16', '17')),
    variant: setting(fc.constantFrom('aiven', 'timescale')),
    pg_read_replica: setting(fc.boolean()),
    saml: setting(fc.constant({ enabled: true })),
  },
  { requiredKeys: [] },
);

/** Declared services of every shape, sensible or absurd; addresses are made unique by `someRequests`. */
export const anyRequest: fc.Arbitrary<ServiceRequest> = fc
  .record({
    project: factOf(fc.oneof(fc.constantFrom('demo', 'staging'), text)),
    serviceName: factOf(text),
    serviceType: factOf(fc.constantFrom(...serviceTypes.map(({ name }) => name), 'spreadsheet')),
    plan: factOf(fc.constantFrom('startup-4', 'business-4', 'premium-8', 'free-1-1gb', 'hobbyist', 'Business 4')),
    cloud: factOf(fc.constantFrom(undefined, 'aws-eu-central-1', 'eu-central-1', 'google-europe-west1', '')),
    diskSpaceMb: factOf(fc.option(fc.integer({ min: -1, max: 1_000_000 }), { nil: undefined })),
    projectVpcId: factOf(fc.constantFrom(undefined, 'demo/vpc')),
    staticIps: factOf(fc.constantFrom([], ['ip-1'])),
    createTimeoutMs: factOf(fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: undefined })),
    userConfig,
    integrations: fc.array(
      fc.record({
        type: factOf(fc.constantFrom('metrics', 'read_replica', 'disaster_recovery')),
        sourceService: factOf(fc.option(names, { nil: undefined })),
        destinationService: factOf(fc.option(names, { nil: undefined })),
      }),
      { maxLength: 2 },
    ),
    source: fc.oneof(
      fc.constant({ kind: 'literal' } as const),
      fc.constantFrom('stack/0', 'stack/1').map((address) => ({ kind: 'declared', address }) as const),
    ),
    from: fc.constantFrom('any' as const, 'primary' as const, 'secondary' as const),
    latestTransaction: fc.boolean(),
    onForkChange: fc.constantFrom('refuse' as const, 'replace' as const),
    waitsForSource: fc.boolean(),
    after: fc.subarray(['stack/0', 'stack/1']),
  })
  .map((fields) => ({ ...aRequest(), ...fields }));

/** A configuration of up to four services, each with an address of its own. */
export const someRequests: fc.Arbitrary<readonly ServiceRequest[]> = fc
  .array(fc.oneof(anyRequest, fc.constant(aFork())), { maxLength: 4 })
  .map((requests) => requests.map((request, index) => ({ ...request, address: `stack/${index}` })));

/** Nothing known of the control plane, or one of a few believable ones. */
export const anyFacts = fc.constantFrom(
  undefined,
  someFacts(),
  someFacts({ services: [], terminated: [aTerminatedService()] }),
  someFacts({
    services: [
      aService({ backups: [], firstBackupAt: builderNow + 60_000 }),
      aService({ service: 'pg-fork', userConfig: { service_to_fork_from: 'source-pg' } }),
      aService({ service: 'old-pg', type: 'opensearch', state: 'POWEROFF', poweredOffSince: builderNow - 1_000 }),
    ],
    outages: ['google-europe-west1'],
  }),
);
