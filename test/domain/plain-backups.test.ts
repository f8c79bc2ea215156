import fc from 'fast-check';
import { FactSourceError, parseSnapshot, SnapshotFile, snapshotOf } from '../../src/domain';
import { setBackupsAside } from '../../src/domain/plain-backups';
import { aCopiedService, aService, someFacts } from '../../src/domain/testing';

const backupsIn = (backups: unknown) => ({
  ...snapshotOf(someFacts({ services: [aService()] })),
  services: [{ ...snapshotOf(someFacts({ services: [aService()] })).services[0], backups }],
});

const usually = <T>(value: T): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(value) }, fc.constantFrom(null, 1, true, [], {}, '', Number.NaN));
const instants = fc.oneof(
  usually('2026-11-20T08:00:00Z'),
  fc.constantFrom('2026-11-20T08:00:00.5+01:00', '1969-12-31T23:59:59Z', '20 Nov 2026 08:00:00'),
);
const copies = fc.record(
  { cloud: usually('google-europe-west4'), replicatedAt: instants, paused: usually(false), other: fc.constant(1) },
  { requiredKeys: ['cloud', 'replicatedAt', 'paused'] },
);
const entries = fc.record(
  {
    name: usually('backup-1'),
    completedAt: instants,
    dataSizeMb: usually(40_960),
    location: usually('google-europe-west1'),
    series: usually('regular'),
    copy: fc.oneof({ weight: 9, arbitrary: copies }, fc.constant(undefined)),
    other: fc.constant(1),
  },
  { requiredKeys: ['name', 'completedAt', 'dataSizeMb', 'location', 'series'] },
);

describe('the short way to read backups', () => {
  test('takes every backup that a snapshot writes, with its copy', () => {
    const services = [aService(), aCopiedService({ service: 'copied-pg' })];
    const { backups } = setBackupsAside(snapshotOf(someFacts({ services })));
    expect(backups).toEqual(services.map((service) => service.backups));
  });

  test('takes nothing that the schema refuses', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 2 }), (backups) => {
        const file = backupsIn(backups);
        const [taken] = setBackupsAside(file).backups;
        if (taken === undefined) return;
        const read = SnapshotFile.safeParse(file);
        expect(read.error?.issues).toBeUndefined();
        expect(read.data?.services[0]?.backups.map(({ completedAt }) => Date.parse(completedAt))).toEqual(
          taken.map(({ completedAt }) => completedAt),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each([[undefined], [null], ['none'], [[null]], [[{ name: 'backup-1' }]]])(
    'leaves %j to the schema',
    (backups) => {
      expect(() => parseSnapshot(backupsIn(backups), 'facts:test')).toThrow(FactSourceError);
    },
  );
});
