import { dayMs, hourMs, serviceTypes, type BackupPolicy, type ServiceType } from '../../src/domain';
import { aBackup, aService, at, builderNow, dailyBackups } from '../../src/domain/testing';
import { retainedAt } from '../../src/rules/backup-retention';
import { nextBackupAfter } from '../../src/rules/backup-schedule';

const typeNamed = (name: string): ServiceType => {
  const type = serviceTypes.find((candidate) => candidate.name === name);
  if (type === undefined) throw new TypeError(`no type ${name}`);
  return type;
};
const mysql = typeNamed('mysql');
const valkey = typeNamed('valkey');
const byCount: BackupPolicy = { recoveryMode: 'pitr', intervalHours: 24, maxCount: 2 };
const byAge: BackupPolicy = {
  recoveryMode: 'basic',
  intervalHours: 24,
  maxCount: 3,
  frequentIntervalMinutes: 60,
  frequentOldestAgeMinutes: 24 * 60,
  infrequentIntervalMinutes: 24 * 60,
  infrequentOldestAgeMinutes: 3 * 24 * 60,
};
const running = { now: builderNow, poweredOffSince: null };

describe('a plan keeps', () => {
  test('the newest backups by number', () => {
    const backups = dailyBackups(3);
    expect(retainedAt(backups, byCount, running)).toEqual(backups.slice(1));
  });

  test('no backup at a number of zero', () => {
    expect(retainedAt(dailyBackups(3), { ...byCount, maxCount: 0 }, running)).toEqual([]);
  });

  test('no backup that is not completed yet', () => {
    const toCome = aBackup({ completedAt: builderNow + 1 });
    expect(retainedAt([toCome], byCount, running)).toEqual([]);
  });

  test.each([
    ['regular', 3 * dayMs - 1, 1],
    ['regular', 3 * dayMs, 1],
    ['regular', 3 * dayMs + 1, 0],
    ['frequent', dayMs - 1, 1],
    ['frequent', dayMs, 1],
    ['frequent', dayMs + 1, 0],
  ] as const)('a %s backup of age %d: %d', (series, ageMs, count) => {
    const backup = aBackup({ series, completedAt: builderNow - ageMs });
    expect(retainedAt([backup], byAge, running)).toHaveLength(count);
  });

  test('what it kept when the service was powered off', () => {
    const backup = aBackup({ completedAt: builderNow - 40 * dayMs });
    const off = { now: builderNow, poweredOffSince: builderNow - 39 * dayMs };
    expect(retainedAt([backup], byAge, off)).toEqual([backup]);
  });
});

describe('the next backup is due', () => {
  const policy: BackupPolicy = { recoveryMode: 'basic', intervalHours: 12, maxCount: 3 };

  test('at the time of day of the earlier ones', () => {
    const next = nextBackupAfter(builderNow, aService(), { policy: byCount, type: mysql });
    expect(next).toEqual({ at: at('2026-11-21T03:30:00Z'), exact: true, intervalMs: dayMs });
  });

  test.each([
    ['before the chosen time', '2026-11-20T02:59:59.999Z', '2026-11-20T03:00:00Z'],
    ['at the chosen time, when it is taken', '2026-11-20T03:00:00Z', '2026-11-21T03:00:00Z'],
    ['after the chosen time', '2026-11-20T03:00:00.001Z', '2026-11-21T03:00:00Z'],
  ])('%s', (_, now, next) => {
    const service = aService({ userConfig: { backup_hour: 3, backup_minute: 0 } });
    expect(nextBackupAfter(at(now), service, { policy: byCount, type: mysql }).at).toBe(at(next));
  });

  test('once a day instead of twice when the hour was chosen', () => {
    const service = aService({ type: 'valkey', userConfig: { backup_hour: 3, backup_minute: 30 } });
    expect(nextBackupAfter(builderNow, service, { policy, type: valkey }).intervalMs).toBe(dayMs);
  });

  test('at any moment while only the first backup is known', () => {
    const [first] = dailyBackups(1);
    const service = aService({ backups: dailyBackups(1), firstBackupAt: first?.completedAt ?? null });
    expect(nextBackupAfter(builderNow, service, { policy: byCount, type: mysql })).toMatchObject({
      at: builderNow + 1,
      exact: false,
    });
  });

  test('by two backups of one time of day where a type takes others before power-off', () => {
    const backups = [
      aBackup({ completedAt: at('2026-11-19T03:30:00Z') }),
      aBackup({ completedAt: at('2026-11-19T15:30:00Z') }),
      aBackup({ completedAt: at('2026-11-19T17:12:00Z') }),
    ];
    const next = nextBackupAfter(builderNow, aService({ type: 'valkey', backups }), { policy, type: valkey });
    expect(next).toEqual({ at: at('2026-11-20T15:30:00Z'), exact: true, intervalMs: 12 * hourMs });
  });
});
