import type { RestoreRun, ServiceFacts } from '../../src/domain';
import { aCopiedService, at, aService, builderNow, dailyBackups, someFacts } from '../../src/domain/testing';
import { judgeSurvival, lossOf, restoreTime, survivalOf, type RestorePoint, type Survival } from '../../src/rules';
import type { LossKind } from '../../src/domain';

const survive = (service: ServiceFacts, kind: LossKind, when = builderNow): Survival => {
  const facts = someFacts({ services: [service] });
  return survivalOf(service, lossOf(kind, service, facts.catalogue), when, facts);
};
const judged = (survival: Survival, policy = {}) =>
  judgeSurvival(survival, { policy, terms: undefined, facts: someFacts() });

test.each([
  ['a region, and all backups in it', aService(), 'region', 'lost'],
  ['a region, and copies in another one', aCopiedService(), 'region', 'restorable'],
  ['a provider with both regions', aCopiedService(), 'provider', 'lost'],
  [
    'a service that moved away from its backups',
    aService({ cloud: 'aws-eu-west-1', backups: dailyBackups(3) }),
    'region',
    'restorable',
  ],
  ['a cloud of a customer', aCopiedService({ cloud: 'custom-eu', backups: dailyBackups(3) }), 'provider', 'unknown'],
  ['a replica, which has no backups', aService({ replicaOf: 'demo/main', backups: [] }), 'service', 'lost'],
  ['no backup yet', aService({ backups: [] }), 'service', 'lost'],
] as const)('%s', (_what, service, kind, expected) => {
  expect(survive(service, kind).kind).toBe(expected);
});

test('a second region whose first copy is on its way is not known, and never met', () => {
  const backupRegion = { cloud: 'google-europe-west4', changedAt: null, status: 'pending', lagSeconds: null } as const;
  const survival = survive(aService({ backupRegion }), 'region');
  expect(survival).toMatchObject({ kind: 'unknown' });
  expect(judged(survival)).toMatchObject({ verdict: 'unknown' });
});

test('a lag that nobody publishes is not known', () => {
  const region = aCopiedService().backupRegion;
  const survival = survive(aCopiedService({ backupRegion: { ...region, lagSeconds: null } }), 'region');
  expect(judged(survival)).toMatchObject({ verdict: 'unknown' });
});

test('the past lag of a second region is not known, and neither is what has not come yet', () => {
  expect(survive(aCopiedService(), 'region', builderNow - 3_600_000)).toMatchObject({ kind: 'unknown' });
  expect(survive(aService(), 'service', builderNow + 1)).toMatchObject({ kind: 'unknown' });
});

test('a log that is shipped in parts counts against the allowed loss; where nobody says how often, it is not known', () => {
  const pg = survive(aService(), 'service');
  expect(judged(pg, { rpo: '5m' })).toMatchObject({ verdict: 'met' });
  expect(judged(pg, { rpo: '4m' })).toMatchObject({ verdict: 'unknown' });
  expect(judged(pg, { rpo: '0m' }).why).toMatch(/; the policy allows nothing to be missed\.$/);
  const mysql = survive(aService({ type: 'mysql', plan: 'business-4' }), 'service');
  expect(judged(mysql, { rpo: '1d' })).toMatchObject({ verdict: 'unknown' });
  expect(judged(mysql)).toMatchObject({ verdict: 'met' });
});

test('of a type without a log, the loss is since the newest backup that was there', () => {
  const search = aService({ type: 'opensearch', userConfig: {} });
  expect(survive(search, 'service')).toMatchObject({
    from: { at: at('2026-11-20T03:30:00Z'), lossMs: 4.5 * 3_600_000, replays: false },
  });
  expect(survive(search, 'service', at('2026-11-19T04:30:00Z'))).toMatchObject({ from: { lossMs: 3_600_000 } });
});

describe('the time that coming back takes', () => {
  const facts = someFacts();
  const run = (options: Partial<RestoreRun> = {}): RestoreRun => ({
    ...{ fork: 'demo/drill', source: 'demo/source-pg', type: 'pg', plan: 'business-4', cloud: 'google-europe-west1' },
    ...{ backupMb: 10_000, seconds: 400, at: '2026-11-19T08:00:00Z', registry: facts.origin, simulated: true },
    ...options,
  });
  const from: RestorePoint = {
    ...{
      role: 'primary',
      location: 'google-europe-west1',
      type: 'pg',
      plan: 'business-4',
      into: 'google-europe-west1',
    },
    ...{ at: builderNow, backupName: 'b', dataSizeMb: 20_000, replays: true, lossMs: 0, unshippedMs: 0 },
  };
  const rate = { mbPerSecond: 100, provisioning: '5m', measured: '2026-11-12' };
  const secondsBy = (...runs: readonly RestoreRun[]) =>
    (restoreTime(from, { policies: [], restore: rate, runs }, facts)?.ms ?? 0) / 1_000;

  test('grows with the backup, and is no shorter for a smaller one', () => {
    expect(restoreTime(from, { policies: [], runs: [run()] }, facts)).toEqual({
      ms: 800_000,
      formula:
        '400 s * 19.5 GB / 9.8 GB = 13 minutes 20 seconds, by the recorded run of demo/source-pg at ' +
        `2026-11-19T08:00:00Z (${facts.origin})`,
    });
    expect(secondsBy(run({ backupMb: 40_000 }))).toBe(400);
  });

  test('is that of the slowest run, before a rate; of what does not fit the rate counts', () => {
    expect(secondsBy(run(), run({ seconds: 500 }))).toBe(1_000);
    const others = [{ type: 'mysql' }, { plan: 'startup-4' }, { cloud: 'aws-eu-west-1' }, { simulated: false }];
    expect(others.map((other) => secondsBy(run(other)))).toEqual(others.map(() => 500));
  });

  test('is not known where nobody measured', () => {
    expect(restoreTime(from, undefined, facts)).toBeUndefined();
    expect(
      restoreTime(from, { policies: [], runs: [run({ registry: 'https://api.example' })] }, facts),
    ).toBeUndefined();
  });
});
