import { hourMs, minuteMs } from '../../domain';
import type { EpochMs } from '../../domain';
import { drawnOf } from '../drawn';
import type { BackupRegime, RegistryState, ServiceState } from '../state';
import { stretchesUntil } from './regimes';
import type { Stretch } from './regimes';
import { sizeMbAt } from './size';
import { computeChangeMs, computeFirstBackupMs } from './timing';

/** A base backup on the schedule. */
interface ScheduledBackup {
  readonly completedAt: EpochMs;
  readonly series: 'frequent' | 'regular';
}

/** Most backups that one service keeps, whatever its plan says. */
export const mostBackups = 1_000;

/** What the type of a service adds to its schedule. */
export interface BackupTraits {
  readonly beforePowerOff: boolean;
  /** Types that back up every 12 hours do so every 24 once `backup_hour` is set. */
  readonly dailyOnceHourIsSet: boolean;
  /** An upgrade ends the backups of the version before, and a full one of the new version follows. */
  readonly endedByUpgrade: boolean;
}

/** The first backup of a service: the service does not run yet, it is due at an instant, or it was taken then. */
export type FirstBackup = { readonly kind: 'waiting' } | { readonly kind: 'due' | 'taken'; readonly at: EpochMs };

/** The backups of a service, and the first one that it ever had since persistence is on; after an upgrade, once there is one again. */
interface BackupSeries {
  /** Oldest first. */
  readonly kept: readonly ScheduledBackup[];
  readonly first: FirstBackup;
}

/**
 * The base backups that exist at `now`. Bounded: per change of settings at most the retained ones are looked at, however old the
 * service is. Each step keeps what the policy of its time kept, so that an expired backup never comes back.
 */
export const backupsAt = (
  registry: RegistryState,
  state: ServiceState,
  traits: BackupTraits,
  now: EpochMs,
): BackupSeries => {
  let series = nothingYet;
  if (state.replicaOf !== null) return series;
  const upgrade = traits.endedByUpgrade ? findUpgrade(registry, state, now) : undefined;
  for (const stretch of stretchesUntil(registry, state, now)) {
    if (upgrade !== undefined && stretch.to < upgrade.at) continue;
    const from = Math.max(stretch.from, upgrade?.at ?? 0);
    series = afterStretch(registry, state, traits, {
      series,
      stretch: { ...stretch, from },
      notBefore: upgrade?.doneAt ?? 0,
    });
  }
  if (upgrade === undefined || series.first.kind !== 'taken') return series;
  return {
    ...series,
    first: { kind: 'taken', at: firstBefore(registry, state, traits, upgrade.at) ?? series.first.at },
  };
};

/** When the first backup was taken that an upgrade has ended; undefined: there was none. */
const firstBefore = (
  registry: RegistryState,
  state: ServiceState,
  traits: BackupTraits,
  upgradeAt: EpochMs,
): EpochMs | undefined => {
  let series = nothingYet;
  for (const stretch of stretchesUntil(registry, state, upgradeAt)) {
    series = afterStretch(registry, state, traits, { series, stretch, notBefore: 0 });
    // Persistence that was off since has ended that one, too.
    if (series.first.kind === 'taken' && isKeptOn(state, series.first.at)) return series.first.at;
  }
  return undefined;
};

const isKeptOn = ({ regimes }: ServiceState, since: EpochMs): boolean =>
  regimes.every(({ at, persistent }) => persistent || at < since);

const nothingYet: BackupSeries = { kept: [], first: { kind: 'waiting' } };

/** The newest change of the engine's version, and when it is done; undefined: there was none. */
const findUpgrade = (registry: RegistryState, state: ServiceState, now: EpochMs) => {
  const at = state.versionChangedAt;
  return at === null || at > now
    ? undefined
    : { at, doneAt: at + computeChangeMs(registry.profile, sizeMbAt(state, at)) };
};

const afterStretch = (
  registry: RegistryState,
  state: ServiceState,
  traits: BackupTraits,
  {
    series,
    stretch,
    notBefore,
  }: { readonly series: BackupSeries; readonly stretch: Stretch; readonly notBefore: EpochMs },
): BackupSeries => {
  const { kept, first } = series;
  const { persistent, policy } = stretch.regime;
  if (!persistent || policy.maxCount === 0) return nothingYet;
  if (!stretch.active) return { kept, first: first.kind === 'taken' ? first : { kind: 'waiting' } };
  const due =
    first.kind === 'waiting'
      ? { kind: 'due' as const, at: firstBackupDue(registry, Math.max(stretch.from, notBefore)) }
      : first;
  const taken = backupsIn(registry, state, traits, stretch, due);
  const [oldest] = taken;
  return {
    kept: retain(stretch.regime, merge(kept, taken), stretch.to),
    first: due.kind === 'due' && oldest !== undefined ? { kind: 'taken', at: oldest.completedAt } : due,
  };
};

/** When the first backup of a service that is RUNNING from an instant on is complete. Never throws. */
export const firstBackupDue = (registry: RegistryState, runningAt: EpochMs): EpochMs =>
  runningAt + computeFirstBackupMs(registry.profile);

const backupsIn = (
  registry: RegistryState,
  state: ServiceState,
  traits: BackupTraits,
  stretch: Stretch,
  first: Exclude<FirstBackup, { readonly kind: 'waiting' }>,
): readonly ScheduledBackup[] => {
  const last: readonly ScheduledBackup[] =
    traits.beforePowerOff && stretch.endsByPowerOff ? [{ completedAt: stretch.to, series: 'regular' }] : [];
  if (first.kind === 'taken') return merge(gridBackups(registry, state, traits, stretch, stretch.from), last);
  if (first.at > stretch.to) return last;
  const from = Math.max(first.at, stretch.from);
  const initial: readonly ScheduledBackup[] = [{ completedAt: first.at, series: 'regular' }];
  return merge(merge(initial, gridBackups(registry, state, traits, stretch, from)), last);
};

/** Instants in equal steps, at which backups of one series are due. */
interface Grid {
  readonly everyMs: number;
  readonly anchorMs: number;
}

/** The grids of a regime's series: one, or the frequent one and the regular one. Never throws. */
export const buildGrids = (
  registry: RegistryState,
  state: ServiceState,
  traits: BackupTraits,
  regime: BackupRegime,
): readonly Grid[] => {
  const { policy } = regime;
  const anchorMs = findAnchor(registry, state, regime);
  if (policy.frequentIntervalMinutes === undefined) {
    const hours = traits.dailyOnceHourIsSet && regime.hour !== null ? 24 : policy.intervalHours;
    return [{ everyMs: hours * hourMs, anchorMs }];
  }
  return [
    { everyMs: policy.frequentIntervalMinutes * minuteMs, anchorMs },
    { everyMs: (policy.infrequentIntervalMinutes ?? policy.intervalHours * 60) * minuteMs, anchorMs },
  ];
};

const gridBackups = (
  registry: RegistryState,
  state: ServiceState,
  traits: BackupTraits,
  stretch: Stretch,
  from: EpochMs,
): readonly ScheduledBackup[] => {
  const { policy } = stretch.regime;
  const [first, second] = buildGrids(registry, state, traits, stretch.regime);
  if (first === undefined) return [];
  if (second === undefined) {
    const count = Math.min(policy.maxCount, mostBackups);
    return newestOn(first, { from, to: stretch.to, count }, 'regular');
  }
  const [frequent, regular] = [first, second];
  const within = (grid: Grid, ageMinutes: number): { from: EpochMs; to: EpochMs; count: number } => ({
    from: Math.max(from, stretch.to - ageMinutes * minuteMs),
    to: stretch.to,
    count: Math.min(mostBackups, Math.floor((ageMinutes * minuteMs) / grid.everyMs) + 1),
  });
  return merge(
    newestOn(frequent, within(frequent, policy.frequentOldestAgeMinutes ?? 0), 'frequent'),
    newestOn(regular, within(regular, policy.infrequentOldestAgeMinutes ?? 0), 'regular'),
  );
};

/** Instants of a grid inside a closed span: the newest `count` of them, oldest first. */
const newestOn = (
  grid: Grid,
  span: { readonly from: EpochMs; readonly to: EpochMs; readonly count: number },
  series: ScheduledBackup['series'],
): readonly ScheduledBackup[] => {
  const newest = Math.floor((span.to - grid.anchorMs) / grid.everyMs) * grid.everyMs + grid.anchorMs;
  const fitting = newest < span.from ? 0 : Math.floor((newest - span.from) / grid.everyMs) + 1;
  const count = Math.max(0, Math.min(span.count, fitting));
  return Array.from({ length: count }, (_, index) => ({
    completedAt: newest - (count - 1 - index) * grid.everyMs,
    series,
  }));
};

const findAnchor = (registry: RegistryState, state: ServiceState, regime: BackupRegime): number => {
  const drawn = drawnOf(registry, state, 'backupMinute');
  const hour = regime.hour ?? Math.floor(drawn / 60);
  const minute = regime.minute ?? (regime.hour === null ? drawn % 60 : 0);
  return hour * hourMs + minute * minuteMs;
};

/**
 * What the policy keeps. The newest backup stays until there is a newer one, however old it became while the service was stopped: else
 * a service that has just been powered on would have less to restore than it was restored from itself.
 */
const retain = (
  { policy }: BackupRegime,
  backups: readonly ScheduledBackup[],
  at: EpochMs,
): readonly ScheduledBackup[] => {
  if (policy.frequentIntervalMinutes === undefined) return backups.slice(-Math.min(policy.maxCount, mostBackups));
  const oldest = {
    frequent: at - (policy.frequentOldestAgeMinutes ?? 0) * minuteMs,
    regular: at - (policy.infrequentOldestAgeMinutes ?? 0) * minuteMs,
  };
  return backups.filter((backup, index) => backup.completedAt >= oldest[backup.series] || index === backups.length - 1);
};

/** Both lists in order of time, one backup per instant; a regular one wins over a frequent one. */
const merge = (a: readonly ScheduledBackup[], b: readonly ScheduledBackup[]): readonly ScheduledBackup[] => {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const [end, begin] = [a.at(-1)?.completedAt ?? 0, b[0]?.completedAt ?? 0];
  if (end < begin) return [...a, ...b];
  const byInstant = new Map<EpochMs, ScheduledBackup>();
  for (const backup of [...a, ...b]) {
    if (byInstant.get(backup.completedAt)?.series !== 'regular') byInstant.set(backup.completedAt, backup);
  }
  return [...byInstant.values()].sort((x, y) => x.completedAt - y.completedAt);
};

/** Names the backups of one service: the instant in the vendor's form, with microseconds that follow from the seed. */
export const backupNamer = (registry: RegistryState, state: ServiceState): ((completedAt: EpochMs) => string) => {
  const salt = drawnOf(registry, state, 'backupSalt');
  return (completedAt) => {
    const text = new Date(completedAt).toISOString();
    const part = (from: number, to: number) => text.slice(from, to);
    const micros = (salt + Math.floor(completedAt / 1_000) * 7) % 1_000;
    const digits = `${part(11, 13)}${part(14, 16)}${part(17, 19)}${part(20, 23)}`;
    return `backup-${part(0, 4)}${part(5, 7)}${part(8, 10)}t${digits}${String(micros).padStart(3, '0')}z`;
  };
};
