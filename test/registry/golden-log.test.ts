import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs, hourMs, toRfc3339 } from '../../src/domain';
import { openRegistry, rebuildViews } from '../../src/registry';
import { createMemoryStore } from './memory-store';
import type { Command, EventEnvelope, EventStore, Registry } from '../../src/registry';
import { expectGolden } from '../golden';
import { aCreate, aFork, aRow, aWallClock, aWorld, copy, orders } from './world';

const version = '0.1.0';
const logs = join(__dirname, '../golden/logs');
const path = (name: string) => join(logs, name);

const envelopesOf = (store: EventStore): readonly EventEnvelope[] =>
  store.read((reader) => reader.allEvents(0, 10_000)).map(({ envelope }) => envelope);

const update = (part: object): Command => ({ type: 'UpdateService', ...orders, ...part });

/** A story that leaves every type of event in the log. */
const story = (): EventStore => {
  const world = aWorld({ profile: 'fast', keys: null });
  const region = { additional_backup_regions: ['google-europe-west4'] };
  const pool = { pool: 'web', database: 'defaultdb', username: 'ada', poolSize: 5, poolMode: 'session' };
  const integration = { integrationType: 'metrics', sourceService: 'orders', destinationEndpoint: 'grafana' };
  world.run(aCreate({ userConfig: { ...region, pg_version: '16', backup_hour: 3 }, tags: { team: 'a' } }));
  world.advance(hourMs);
  world.run(
    aRow('one'),
    { type: 'GenerateRows', ...orders, database: 'defaultdb', count: 3, seed: 'golden' },
    { type: 'CreateDatabase', ...orders, database: 'billing' },
    { type: 'CreateUser', ...orders, username: 'ada' },
    { type: 'CreateUser', ...orders, username: 'bob' },
    { type: 'ResetUserPassword', ...orders, username: 'ada' },
    { type: 'CreatePool', ...orders, ...pool },
    { type: 'CreateIntegration', project: 'demo', integration },
  );
  world.advance(2 * dayMs);
  world.run(
    { type: 'DeletePool', ...orders, pool: 'web' },
    { type: 'DeleteUser', ...orders, username: 'bob' },
    { type: 'DeleteDatabase', ...orders, database: 'billing' },
    { type: 'SetBackupCopyPaused', ...orders, paused: true },
    { type: 'SetBackupCopyPaused', ...orders, paused: false },
    { type: 'ReplaceTags', ...orders, tags: { team: 'b' } },
    update({
      terminationProtection: true,
      origin: { stack: 's', path: 'p', fingerprint: 'f', latestTransaction: false },
    }),
    update({ terminationProtection: false, userConfig: { additional_backup_regions: [], work_mem: 8 } }),
    update({ plan: 'business-8' }),
    update({ diskSpaceMb: 189_440, cloud: 'google-europe-west2' }),
  );
  world.advance(hourMs);
  const then = toRfc3339(world.now() - dayMs);
  world.run(aFork({ recovery_target_time: then }), update({ userConfig: { pg_version: '17' } }));
  world.advance(hourMs);
  world.run(
    { type: 'SetCloudDown', cloud: 'aws-eu-west-1', down: true },
    { type: 'SetCloudDown', cloud: 'aws-eu-west-1', down: false },
    { type: 'AmendCatalogue', plans: [], clouds: [{ name: 'custom-1', provider: 'custom', geoRegion: 'unknown' }] },
    { type: 'SetClock', mode: { kind: 'factor', factor: 2 } },
    { type: 'SetClock', mode: { kind: 'frozen' } },
    update({ powered: false }),
    update({ powered: true }),
    aRow('fork', 'v', 'copy'),
    { type: 'TerminateService', ...orders },
  );
  return world.store;
};

const replay = (envelopes: readonly EventEnvelope[]): Registry => {
  const store = createMemoryStore();
  store.write((writer) => {
    for (const { stream, version: at, at: instant, event } of envelopes) {
      writer.append({ stream, expectedVersion: at - 1, events: [event] }, instant);
    }
    rebuildViews(writer);
  });
  return openRegistry({ store, wallClock: aWallClock() });
};

/** What the log tells today: short enough to review. */
const told = (registry: Registry): object => ({
  services: [...registry.facts().services.values()],
  terminated: [...registry.facts().terminated.values()],
  status: registry.status(),
  copy: heldBy(registry),
  lineage: registry.lineage(copy),
});

/** In the order of the fields of that release. */
const heldBy = (registry: Registry): object | undefined => {
  const contents = registry.contents(copy);
  if (contents === undefined) return undefined;
  const { at, databases, rows, users, pools, dataDigest, configDigest } = contents;
  return { at, databases, rows, users, pools, dataDigest, configDigest };
};

const pretty = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Types of events that are younger than this log; the log of the next release holds them. */
const addedSince = [
  'ServiceDataRestored',
  'ServiceRemoved',
  'MaintenanceChanged',
  'TechEmailsReplaced',
  'UserAccessChanged',
  'ReplicaPromoted',
  'RolesReplaced',
  'ProjectChanged',
  'ProjectDeleted',
  'RecordKept',
  'RecordDropped',
  'WideRecordKept',
  'WideRecordDropped',
  'TaskFinished',
  'PoolChanged',
  'IntegrationChanged',
  'EndpointCreated',
  'EndpointChanged',
  'EndpointDeleted',
  'TokenCreated',
  'TokenRevoked',
  'ServiceOwnerChanged',
  'KeyChosen',
];

/**
 * The log with its fork before its upgrade: since it was recorded, an upgrade ends the backups of the version before, so the story
 * forks first.
 */
const forkedFirst = (recorded: readonly EventEnvelope[]): readonly EventEnvelope[] => {
  const at = recorded.findIndex(({ event }) => event.type === 'ServiceVersionUpgraded');
  const [upgraded, forked] = [recorded[at], recorded[at + 1]];
  if (upgraded === undefined || forked?.event.type !== 'ServiceForked') throw new RangeError('The log has no fork.');
  const { source } = forked.event;
  const event = { ...forked.event, source: { ...source, sourcePosition: source.sourcePosition - 1 } };
  return [
    ...recorded.slice(0, at),
    { ...upgraded, event },
    { ...forked, event: upgraded.event },
    ...recorded.slice(at + 2),
  ];
};

/** Without what a fork brought back: events of that release do not tell it. */
const withoutReturned = (envelope: EventEnvelope): EventEnvelope => {
  if (envelope.event.type !== 'ServiceForked') return envelope;
  const { copied, notCopied } = envelope.event.manifest;
  return { ...envelope, event: { ...envelope.event, manifest: { copied, notCopied } } };
};

/** The log is a record, and is never written again; what it tells is kept beside it. */
describe('the log of release 0.1.0', () => {
  const recorded = readFileSync(path(`${version}.ndjson`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EventEnvelope);

  test('tells today what it told then', () => {
    expectGolden(path(`${version}.json`), pretty(told(replay(recorded))));
  });

  test('is what the same story leaves today', () => {
    expect(envelopesOf(story()).map(withoutReturned)).toEqual(forkedFirst(recorded));
  });

  test('has every type of event', () => {
    const types = new Set(recorded.map(({ event }) => event.type));
    const source = readFileSync(join(__dirname, '../../src/registry/events.ts'), 'utf8');
    const declared = [...source.matchAll(/ServiceEventOf<'(\w+)'>|readonly type: '(\w+)'/g)].map(
      (found) => found[1] ?? found[2],
    );
    const added = declared.filter((type) => type !== undefined && addedSince.includes(type));
    expect(new Set(added)).toEqual(new Set(addedSince));
    expect(declared.length).toBeGreaterThan(30);
    expect(
      declared.filter((type) => type !== undefined && !types.has(type as never) && !addedSince.includes(type)),
    ).toEqual([]);
  });
});
