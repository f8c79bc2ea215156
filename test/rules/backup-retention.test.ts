import { dayMs, hourMs, serviceTypes, type BackupPolicy, type ServiceType } from '../../src/domain';
import { aBackup, aService, at, builderNow, dailyBackups } from '../../src/domain/testing';
import { isRestorable, longestAgeMs } from '../../src/rules/backup-retention';
import { nextBackupAfter } from '../../src/rules/backup-schedule';

const typeNamed = (name: string): ServiceType => {
  const type = serviceTypes.find((candidate) => candidate.name === name);
  if (type === undefined) throw new TypeError(`no type ${name}`);
  return type;
};
const mysql = typeNamed('mysql');
const valkey = typeNamed('valkey');
const byCount: BackupPolicy = { recoveryMode: 'pitr', intervalHours: 24, maxCount: 2 };

describe('a backup that is kept can be restored', () => {
  test.each([
    ['frequent', 24 * hourMs - 1, true],
    ['frequent', 24 * hourMs, true],
    ['frequent', 24 * hourMs + 1, false],
    ['regular', 30 * dayMs, true],
  ] as const)('%s, %d milliseconds older than the newest: %s', (series, ageMs, restorable) => {
    const newest = builderNow - 60 * hourMs;
    const backup = aBackup({ series, completedAt: newest - ageMs });
    const service = aService({ backups: [backup, aBackup({ series: 'frequent', completedAt: newest })] });
    expect(isRestorable(backup, service, builderNow)).toBe(restorable);
  });
});

describe('the longest age of a backup', () => {
  const byAge: BackupPolicy = { ...byCount, frequentOldestAgeMinutes: 1_440, infrequentOldestAgeMinutes: 4_320 };

  test('is that of its series', () => {
    expect(longestAgeMs(byAge, 'frequent')).toBe(dayMs);
    expect(longestAgeMs(byAge, 'regular')).toBe(3 * dayMs);
  });

  test('does not exist where a plan keeps a number of backups', () => {
    expect(longestAgeMs(byCount, 'regular')).toBeUndefined();
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
