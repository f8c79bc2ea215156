import { hourMs } from '../../domain';
import type { BackupFacts, BackupRegionFacts, EpochMs, RecoveryWindow, ServiceType } from '../../domain';
import { isPowered } from '../state';
import type { RegistryState, ServiceState } from '../state';
import { backupNamer, backupsAt } from './backups';
import type { BackupTraits, FirstBackup } from './backups';
import { standingAt } from './lifecycle';
import { copiedAt, lagMsAt, explainPause } from './replication';
import { sizeMbAt } from './size';
import type { OwnBackup, OwnRegion } from '../own-facts';

const twiceDailyTypes: readonly string[] = ['valkey', 'dragonfly', 'redis'];

/** What a service type adds to the schedule of its plan. @see documentation, platform/concepts/service_backups (read 2026-11-20) */
export const pickTraits = (type: ServiceType | undefined): BackupTraits => ({
  beforePowerOff: type?.backupBeforePowerOff ?? false,
  dailyOnceHourIsSet: twiceDailyTypes.includes(type?.name ?? ''),
  endedByUpgrade: type?.forkKeepsMajorVersion ?? false,
});

/** A backup that is kept, and its copy in another region. */
type KeptBackup = Pick<OwnBackup, 'completedAt' | 'series' | 'copy'>;

/** All that is kept of a service's backups at one instant, in both locations. */
export interface BackupView extends Omit<KeptBackups, 'kept'> {
  /** Oldest first. */
  readonly backups: readonly OwnBackup[];
}

/** The same without what nobody asks for who only counts them: their names and sizes. */
interface KeptBackups {
  /** Oldest first. */
  readonly kept: readonly KeptBackup[];
  /** The first backup that it had. */
  readonly first: FirstBackup;
  readonly windows: readonly RecoveryWindow[];
  readonly region: OwnRegion;
}

/** The backups of a service, their copies and the windows that follow, at `now`. */
export const backupViewAt = (
  registry: RegistryState,
  state: ServiceState,
  type: ServiceType | undefined,
  now: EpochMs,
): BackupView => {
  const nameOf = backupNamer(registry, state);
  const { kept, ...rest } = keptBackupsAt(registry, state, type, now);
  const backups = kept.map(({ completedAt, series, copy }): OwnBackup => {
    const name = nameOf(completedAt);
    const base = { name, completedAt, dataSizeMb: sizeMbAt(state, completedAt), location: state.location, series };
    return copy === undefined ? base : { ...base, copy };
  });
  return { backups, ...rest };
};

/** What is kept of the backups of a service, and the windows that follow, at `now`. */
export const keptBackupsAt = (
  registry: RegistryState,
  state: ServiceState,
  type: ServiceType | undefined,
  now: EpochMs,
): KeptBackups => {
  const { cloud, changedAt } = state.region;
  const pauseReason = explainPause(registry, state);
  const { kept: scheduled, first } = backupsAt(registry, state, pickTraits(type), now);
  const withCopy = (backup: KeptBackup): KeptBackup => {
    if (cloud === null || backup.completedAt < (changedAt ?? 0)) return backup;
    const replicatedAt = copiedAt(registry, state, backup.completedAt);
    if (replicatedAt === Infinity) return backup;
    return { ...backup, copy: { cloud, replicatedAt, paused: pauseReason !== undefined } };
  };
  const kept: readonly KeptBackup[] = cloud === null ? scheduled : scheduled.map(withCopy);
  const usable = kept.filter(({ copy }) => copy !== undefined && copy.replicatedAt <= now);
  const lagMs = cloud === null ? 0 : lagMsAt(registry, state, now);
  const region: OwnRegion = {
    cloud,
    changedAt,
    ...(cloud === null ? {} : { replacedAt: state.region.replacedAt ?? null }),
    status: deriveStatus(cloud, pauseReason, usable.length),
    ...(pauseReason === undefined ? {} : { pauseReason }),
    lagSeconds: usable.length === 0 ? null : Math.round(lagMs / 1_000),
  };
  return { kept, first, windows: deriveWindows(registry, state, type, now, { kept, usable, lagMs }), region };
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
  found: { readonly kept: readonly KeptBackup[]; readonly usable: readonly KeptBackup[]; readonly lagMs: number },
): readonly RecoveryWindow[] => {
  if (type?.recovery !== 'point-in-time') return [];
  const end = logEnd(registry, state, now);
  const earliest = found.kept[0]?.completedAt ?? null;
  const primary: RecoveryWindow = { location: state.location, role: 'primary', earliest, latest: end };
  if (state.region.cloud === null || !type.backupRegionPointInTime) return [primary];
  const copied = found.usable[0]?.completedAt ?? null;
  const latest = copied === null ? null : Math.max(copied, Math.min(end ?? now, now - found.lagMs));
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
