import { hourMs } from '../../domain';
import type { BackupFacts, BackupRegionFacts, EpochMs, RecoveryWindow, ServiceType } from '../../domain';
import { isPowered } from '../state';
import type { RegistryState, ServiceState } from '../state';
import { backupNamer, backupsAt } from './backups';
import type { BackupTraits, FirstBackup } from './backups';
import { standingAt } from './lifecycle';
import { copiedAt, lagMsAt, explainPause } from './replication';
import { sizeMbAt } from './size';

const twiceDailyTypes: readonly string[] = ['valkey', 'dragonfly', 'redis'];

/** What a service type adds to the schedule of its plan. @see documentation, platform/concepts/service_backups (read 2026-11-20) */
export const pickTraits = (type: ServiceType | undefined): BackupTraits => ({
  beforePowerOff: type?.backupBeforePowerOff ?? false,
  dailyOnceHourIsSet: twiceDailyTypes.includes(type?.name ?? ''),
  endedByUpgrade: type?.forkKeepsMajorVersion ?? false,
});

/** All that is kept of a service's backups at one instant, in both locations. */
export interface BackupView {
  /** Oldest first. */
  readonly backups: readonly BackupFacts[];
  /** The first backup that it had. */
  readonly first: FirstBackup;
  readonly windows: readonly RecoveryWindow[];
  readonly region: BackupRegionFacts;
}

/** The backups of a service, their copies and the windows that follow, at `now`. */
export const backupViewAt = (
  registry: RegistryState,
  state: ServiceState,
  type: ServiceType | undefined,
  now: EpochMs,
): BackupView => {
  const { cloud, changedAt } = state.region;
  const nameOf = backupNamer(registry, state);
  const pauseReason = explainPause(registry, state);
  const { kept, first } = backupsAt(registry, state, pickTraits(type), now);
  const backups = kept.map(({ completedAt, series }): BackupFacts => {
    const name = nameOf(completedAt);
    const base = { name, completedAt, dataSizeMb: sizeMbAt(state, completedAt), location: state.location, series };
    if (cloud === null || completedAt < (changedAt ?? 0)) return base;
    const replicatedAt = copiedAt(registry, state, completedAt);
    if (replicatedAt === Infinity) return base;
    return { ...base, copy: { cloud, replicatedAt, paused: pauseReason !== undefined } };
  });
  const usable = backups.filter(({ copy }) => copy !== undefined && copy.replicatedAt <= now);
  const lagMs = cloud === null ? 0 : lagMsAt(registry, state, now);
  const region: BackupRegionFacts = {
    cloud,
    changedAt,
    ...(cloud === null ? {} : { replacedAt: state.region.replacedAt ?? null }),
    status: deriveStatus(cloud, pauseReason, usable.length),
    ...(pauseReason === undefined ? {} : { pauseReason }),
    lagSeconds: usable.length === 0 ? null : Math.round(lagMs / 1_000),
  };
  return { backups, first, windows: deriveWindows(registry, state, type, now, { backups, usable, lagMs }), region };
};

const deriveStatus = (
  cloud: string | null,
  pauseReason: string | undefined,
  copies: number,
): BackupRegionFacts['status'] => {
  if (cloud === null) return 'none';
  if (pauseReason !== undefined) return 'paused';
  return copies > 0 ? 'available' : 'pending';
};

const deriveWindows = (
  registry: RegistryState,
  state: ServiceState,
  type: ServiceType | undefined,
  now: EpochMs,
  kept: { readonly backups: readonly BackupFacts[]; readonly usable: readonly BackupFacts[]; readonly lagMs: number },
): readonly RecoveryWindow[] => {
  if (type?.recovery !== 'point-in-time') return [];
  const end = logEnd(registry, state, now);
  const earliest = kept.backups[0]?.completedAt ?? null;
  const primary: RecoveryWindow = { location: state.location, role: 'primary', earliest, latest: end };
  if (state.region.cloud === null || !type.backupRegionPointInTime) return [primary];
  const copied = kept.usable[0]?.completedAt ?? null;
  const latest = copied === null ? null : Math.max(copied, Math.min(end ?? now, now - kept.lagMs));
  return [primary, { location: state.region.cloud, role: 'secondary', earliest: copied, latest }];
};

/** The instant after which nothing more was logged: power-off, or the outage of its cloud; null: it goes on. */
const logEnd = (registry: RegistryState, state: ServiceState, now: EpochMs): EpochMs | null => {
  if (!isPowered(state)) return standingAt(registry, state, now).poweredOffSince;
  const outages = [state.cloud, state.location].flatMap((cloud) => registry.outages[cloud] ?? []);
  const open = outages.filter(({ to }) => to === null).map(({ from }) => from);
  return open.length === 0 ? null : Math.min(...open);
};

/**
 * Whether a backup of the frequent series is too old to restore: not of the previous day. That day is counted back from the newest
 * backup, so a service that is stopped can be restored from all that it keeps, and never only from what is older than its newest: our
 * inference.
 * @see documentation, platform/concepts/service_backups: hourly backups from the previous day only (read 2026-11-20)
 */
export const isTooOldToRestore = (backup: BackupFacts, { backups }: Pick<BackupView, 'backups'>): boolean =>
  backup.series === 'frequent' && backup.completedAt < (backups.at(-1)?.completedAt ?? 0) - 24 * hourMs;
