import { asPublished, parseSnapshot, unpublishedFacts, writeSnapshot } from '../../src/domain';
import { aCopiedService, aService, at, someFacts } from '../../src/domain/testing';

const since = at('2026-11-10T18:00:00Z');

describe('asPublished', () => {
  test('takes the fillers out of a snapshot that an earlier version took of a real account', () => {
    const filled = aCopiedService({ type: 'opensearch', state: 'POWEROFF', poweredOffSince: null });
    const facts = { ...someFacts({ services: [filled] }), unpublished: unpublishedFacts };
    const told = parseSnapshot(JSON.parse(JSON.stringify(writeSnapshot(facts))), 'facts.json');
    expect(told.unpublished).toEqual(unpublishedFacts);
    expect([told.outages, told.terminated]).toEqual([undefined, undefined]);
    const [read] = told.services.values();
    for (const field of [
      'poweredOffSince',
      'firstBackupAt',
      'runningAt',
      'backupInProgress',
      'incarnation',
      'lineage',
      'origin',
    ])
      expect(read).not.toHaveProperty(field);
    expect(read?.backupRegion).toEqual({ cloud: 'google-europe-west4', status: 'available', lagSeconds: 600 });
    expect(read?.backups.map(({ series, copy }) => [series, copy?.replicatedAt])).toEqual(
      filled.backups.map(() => [undefined, undefined]),
    );
    expect(read?.backups.at(-1)?.copy).toEqual({ cloud: 'google-europe-west4', paused: false });
  });

  test('leaves what is told: that a service is on, that a backup is under way, that others than OpenSearch have daily backups', () => {
    const service = aService({ backupInProgress: true });
    const facts = { ...someFacts({ services: [service] }), unpublished: unpublishedFacts };
    const [read] = asPublished(facts).services.values();
    expect(read).toMatchObject({ poweredOffSince: null, backupInProgress: true });
    expect(read?.backups).toEqual(service.backups);
  });

  test('leaves facts of which all is published as they are', () => {
    const facts = someFacts({ services: [aService({ state: 'POWEROFF', poweredOffSince: since })] });
    expect(asPublished(facts)).toBe(facts);
  });
});
