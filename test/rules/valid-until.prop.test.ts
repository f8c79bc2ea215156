import fc from 'fast-check';
import {
  dayMs,
  defaultCatalogue,
  hourMs,
  minuteMs,
  planKey,
  type BackupFacts,
  type EpochMs,
  type Plan,
  type ServiceFacts,
  type ServiceType,
} from '../../src/domain';
import { aBackup, aService, at } from '../../src/domain/testing';
import { computedWindow } from '../../src/rules/recovery-window';
import { restoredBackup } from '../../src/rules/restored-backup';
import { restorableUntil } from '../../src/rules/valid-until';
import { retainedAt } from './retained-at';
import { runs } from '../whole';

const midnight = at('2026-11-20T00:00:00Z');

const lookedUp = (type: string, plan: string): { readonly type: ServiceType; readonly plan: Plan } => {
  const found = {
    type: defaultCatalogue.serviceTypes.get(type),
    plan: defaultCatalogue.plans.get(planKey(type, plan)),
  };
  if (found.type === undefined || found.plan === undefined) throw new TypeError(`no ${type} ${plan}`);
  return { type: found.type, plan: found.plan };
};

interface Schedule {
  readonly minuteOfDay: number;
  readonly everyMs: number;
  readonly firstAt: EpochMs;
}

/** Every backup that a schedule makes up to an instant: the first one, then those at its time of day. */
const backupsUntil = ({ minuteOfDay, everyMs, firstAt }: Schedule, now: EpochMs): readonly BackupFacts[] => {
  const grid = minuteOfDay * minuteMs;
  const count = Math.floor((now - grid) / everyMs) - Math.floor((firstAt - grid) / everyMs);
  const start = (Math.floor((firstAt - grid) / everyMs) + 1) * everyMs + grid;
  const scheduled = Array.from({ length: Math.max(count, 0) }, (_, index) => start + index * everyMs);
  return [firstAt, ...scheduled]
    .filter((completedAt) => completedAt <= now)
    .map((completedAt) => aBackup({ completedAt }));
};

const serviceAt = (schedule: Schedule, plan: Plan, now: EpochMs, userConfig: ServiceFacts['userConfig']) =>
  aService({
    type: plan.type,
    plan: plan.name,
    userConfig,
    firstBackupAt: schedule.firstAt,
    backups: retainedAt(backupsUntil(schedule, now), plan.backup, now),
  });

const scheduleAt = fc.record({
  minuteOfDay: fc.integer({ min: 0, max: 1_439 }),
  ageDays: fc.integer({ min: 3, max: 40 }),
  minuteOfNow: fc.integer({ min: 0, max: 1_439 }),
  chosen: fc.boolean(),
});

describe('a point that is restorable', () => {
  test.each(['startup-4', 'business-4', 'premium-4'])(
    'stays so up to the promised instant, and no longer, on %s',
    (name) => {
      const { type, plan } = lookedUp('pg', name);
      fc.assert(
        fc.property(scheduleAt, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, share) => {
          const now = midnight + drawn.minuteOfNow * minuteMs;
          const schedule = {
            minuteOfDay: drawn.minuteOfDay,
            everyMs: dayMs,
            firstAt: now - drawn.ageDays * dayMs - 77_777,
          };
          const { minuteOfDay } = drawn;
          const time = { backup_hour: Math.floor(minuteOfDay / 60), backup_minute: minuteOfDay % 60 };
          const service = serviceAt(schedule, plan, now, drawn.chosen ? time : {});
          const earliest = service.backups[0]?.completedAt ?? now;
          const point = earliest + Math.floor((now - earliest) * share);
          const target = { kind: 'time', time: { text: '', at: point, zoned: true } } as const;
          const base = restoredBackup(service, target, { role: 'primary', now });
          const until = base && restorableUntil(base, service, { plan, type, now });
          if (until === undefined) return false;
          const holdsAt = (later: EpochMs): boolean => {
            const window = computedWindow(serviceAt(schedule, plan, later, {}), 'primary', later);
            return window.known && window.value !== undefined && (window.value.earliest ?? Infinity) <= point;
          };
          return until >= now && holdsAt(until) && !holdsAt(until + 1);
        }),
        { numRuns: runs(200) },
      );
    },
  );

  test('by its name stays so up to the promised instant, and no longer, where a plan keeps backups by age', () => {
    const { type, plan } = lookedUp('opensearch', 'startup-4');
    fc.assert(
      fc.property(scheduleAt, fc.nat(2), (drawn, index) => {
        const now = midnight + drawn.minuteOfNow * minuteMs;
        const schedule = { minuteOfDay: drawn.minuteOfDay, everyMs: dayMs, firstAt: now - drawn.ageDays * dayMs };
        const service = serviceAt(schedule, plan, now, {});
        const backup = service.backups[index];
        const until = backup && restorableUntil(backup, service, { plan, type, now });
        if (until === undefined) return false;
        const isKeptAt = (later: EpochMs): boolean =>
          serviceAt(schedule, plan, later, {}).backups.some(({ completedAt }) => completedAt === backup?.completedAt);
        return until >= now && isKeptAt(until) && !isKeptAt(until + 1);
      }),
      { numRuns: runs(200) },
    );
  });

  test('by its name stays so up to the promised instant, and no longer, where backups come twice a day', () => {
    const { type, plan } = lookedUp('valkey', 'business-4');
    fc.assert(
      fc.property(scheduleAt, fc.nat(2), (drawn, index) => {
        const now = midnight + drawn.minuteOfNow * minuteMs;
        const schedule = { minuteOfDay: drawn.minuteOfDay, everyMs: 12 * hourMs, firstAt: now - drawn.ageDays * dayMs };
        const service = serviceAt(schedule, plan, now, {});
        const backup = service.backups[index];
        const until = backup && restorableUntil(backup, service, { plan, type, now });
        if (until === undefined) return false;
        const isKeptAt = (later: EpochMs): boolean =>
          serviceAt(schedule, plan, later, {}).backups.some(({ completedAt }) => completedAt === backup?.completedAt);
        return until >= now && isKeptAt(until) && !isKeptAt(until + 1);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the promised end', () => {
  const { type, plan } = lookedUp('opensearch', 'business-4');
  const now = at('2026-11-20T08:00:00Z');

  test('of an hourly backup is 24 hours after it was completed', () => {
    const backup = aBackup({ series: 'frequent', completedAt: now - hourMs });
    const service = aService({ type: 'opensearch', backups: [backup] });
    expect(restorableUntil(backup, service, { plan, type, now })).toBe(now + 23 * hourMs);
  });

  test('of a daily backup is the age that the plan keeps', () => {
    const backup = aBackup({ completedAt: now - hourMs });
    const service = aService({ type: 'opensearch', backups: [backup] });
    expect(restorableUntil(backup, service, { plan, type, now })).toBe(now - hourMs + 14 * dayMs);
  });

  test('is that of a service that is powered off, if somebody tells since when', () => {
    const backup = aBackup();
    const until = (poweredOffSince: number | null) =>
      restorableUntil(backup, aService({ state: 'POWEROFF', poweredOffSince, backups: [backup] }), { plan, type, now });
    expect(until(now - hourMs)).toBe(now - hourMs + 180 * dayMs - 1);
    expect(until(null)).toBeUndefined();
  });

  test('is the earliest possible while the schedule is not known', () => {
    const startup = lookedUp('pg', 'startup-4');
    const backup = aBackup({ completedAt: now - hourMs });
    const service = aService({ backups: [backup], firstBackupAt: backup.completedAt });
    expect(restorableUntil(backup, service, { ...startup, now })).toBe(now + dayMs);
  });
});
