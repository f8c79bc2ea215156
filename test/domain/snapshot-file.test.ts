import fc from 'fast-check';
import * as z from 'zod/mini';
import {
  makeCatalogue,
  clouds,
  defaultCatalogue,
  FactSourceError,
  parseJson,
  parseSnapshot,
  plans,
  serviceTypes,
  writeSnapshot,
  SnapshotFile,
  type BackupFacts,
  type Catalogue,
  type JsonValue,
  type ServiceFacts,
} from '../../src/domain';
import { aBackup, aService, aTerminatedService, dailyBackups, someFacts } from '../../src/domain/testing';
import { runs } from '../whole';

const throughText = (value: unknown): JsonValue => parseJson(JSON.stringify(value)) ?? null;

const instants = fc.integer({ min: 0, max: 4_000_000_000_000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const names = fc.stringMatching(/^[a-z][-a-z0-9]{0,12}$/);
const roles = fc.constantFrom('primary' as const, 'secondary' as const);

const copies = fc.record({ cloud: names, replicatedAt: instants, paused: fc.boolean() });
const backups: fc.Arbitrary<BackupFacts> = fc
  .tuple(instants, names, maybe(copies))
  .map(([completedAt, name, copy]) => ({
    ...aBackup({ completedAt, name }),
    ...(copy === null ? {} : { copy }),
  }));

const services: fc.Arbitrary<ServiceFacts> = fc
  .record({
    service: names,
    type: fc.constantFrom('pg', 'opensearch', 'unheard-of'),
    userConfig: fc.dictionary(names, fc.jsonValue({ maxDepth: 2 })),
    createdAt: instants,
    poweredOffSince: maybe(instants),
    runningAt: maybe(instants),
    version: fc.oneof(fc.constant({}), fc.record({ versionChangedAt: maybe(instants) })),
    backups: fc.array(backups, { maxLength: 4 }),
    windows: maybe(
      fc.array(fc.record({ location: names, role: roles, earliest: maybe(instants), latest: maybe(instants) }), {
        maxLength: 2,
      }),
    ),
    lineage: maybe(
      fc.record({
        sourceProject: names,
        sourceService: names,
        sourceIncarnation: fc.integer({ min: 1, max: 9 }),
        recoveryPoint: instants,
        backupName: names,
        location: names,
        role: roles,
      }),
    ),
    origin: maybe(fc.record({ stack: names, path: names, fingerprint: names, latestTransaction: fc.boolean() })),
  })
  .map(({ version, ...given }) =>
    aService({ ...given, ...version, userConfig: z.record(z.string(), z.json()).parse(throughText(given.userConfig)) }),
  );

const catalogues: fc.Arbitrary<Catalogue> = fc.oneof(
  fc.constant(defaultCatalogue),
  fc
    .tuple(fc.subarray([...clouds], { minLength: 1 }), fc.subarray([...plans]), fc.boolean())
    .map(([someClouds, somePlans, complete]) =>
      makeCatalogue({ serviceTypes, clouds: someClouds, plans: somePlans, complete }),
    ),
);

describe('a snapshot file', () => {
  test('holds the facts and gives them back', () => {
    fc.assert(
      fc.property(
        fc.array(services, { maxLength: 5 }),
        catalogues,
        instants,
        fc.array(names, { maxLength: 2 }),
        (live, catalogue, now, outages) => {
          const facts = someFacts({ services: live, catalogue, now, outages, terminated: [aTerminatedService()] });
          expect(parseSnapshot(throughText(writeSnapshot(facts)), facts.origin)).toEqual(facts);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test('names only what the catalogue has beyond the default one', () => {
    const cloud = { name: 'custom-berlin-1', provider: 'custom', geoRegion: 'europe' } as const;
    const amended = makeCatalogue({ serviceTypes, clouds: [...clouds, cloud], plans, complete: true });
    expect(writeSnapshot(someFacts()).catalogue).toBe('default');
    expect(writeSnapshot(someFacts({ catalogue: amended })).catalogue).toEqual({
      base: 'default',
      complete: true,
      plans: [],
      clouds: [cloud],
    });
  });

  test('holds no secret, at any depth', () => {
    const pg = aService({ service: 'orders-pg', userConfig: { pg_version: '16', admin_password: 'hunter2-secret' } });
    const search = aService({
      service: 'logs-os',
      type: 'opensearch',
      userConfig: { openid: { enabled: true, client_secret: 'hunter2-secret' }, saml: { enabled: true } },
    });
    const text = JSON.stringify(writeSnapshot(someFacts({ services: [pg, search] })));
    expect(text).not.toContain('hunter2-secret');
    expect(text).toContain('"saml":{"enabled":true}');
  });

  test.each<[string, (file: SnapshotFile) => unknown]>([
    ['formatVersion', (file) => ({ ...file, formatVersion: 2 })],
    ['now', (file) => ({ ...file, now: 'yesterday' })],
    ['services.0.state', (file) => ({ ...file, services: [{ ...file.services[0], state: 'ASLEEP' }] })],
    ['the file', (file) => ({ ...file, surprise: 1 })],
    ['the file', () => 'text'],
  ])('that is broken is refused, naming %s', (field, breakIt) => {
    const broken = breakIt(writeSnapshot(someFacts()));
    expect(() => parseSnapshot(broken, 'facts:facts.json')).toThrow(FactSourceError);
    expect(() => parseSnapshot(broken, 'facts:facts.json')).toThrow(`facts:facts.json cannot be read: ${field}: `);
  });

  test('that breaks in one of its backups is refused, naming it', () => {
    const file = writeSnapshot(someFacts({ services: [aService({ backups: dailyBackups(3) })] }));
    const [service] = file.services;
    const backups = service?.backups.map((backup, index) => (index === 1 ? { ...backup, series: 'rare' } : backup));
    const broken = { ...file, services: [{ ...service, backups }] };
    expect(() => parseSnapshot(broken, 'facts:facts.json')).toThrow(
      'services.0.backups.1.series: expected "frequent" or "regular", got "rare"',
    );
  });

  test('has a JSON schema', () => {
    const schema = z.toJSONSchema(SnapshotFile, { io: 'input' });
    expect(schema).toMatchObject({ type: 'object', required: expect.arrayContaining(['formatVersion', 'services']) });
  });
});
