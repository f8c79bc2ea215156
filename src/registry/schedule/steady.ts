import { minuteMs } from '../../domain';
import type { EpochMs } from '../../domain';
import type { OwnBackup } from '../own-facts';
import type { RegistryState, ServiceState } from '../state';
import { buildGrids, type BackupTraits } from './backups';
import { standingAt } from './lifecycle';
import { stretchesUntil } from './regimes';
import { computeFirstBackupMs } from './timing';

/**
 * Until when (exclusive) the state of a service and its list of backups stay as they are at `now`, as long as no event comes: never
 * later than that, perhaps earlier. `now` itself while something is under way, or its first backup is still to come. The lag of the
 * second region is not meant: it changes all the time; nor is the removal of what is off for too long, which the registry adds.
 */
export const steadyUntil = (
  registry: RegistryState,
  state: ServiceState,
  traits: BackupTraits,
  backups: readonly Pick<OwnBackup, 'completedAt' | 'series' | 'copy'>[],
  now: EpochMs,
): EpochMs => {
  const standing = standingAt(registry, state, now);
  const regime = state.regimes.at(-1);
  if (standing.state === 'POWEROFF') return Infinity;
  if (regime === undefined || standing.state !== 'RUNNING') return now;
  const copies = backups.flatMap(({ copy }) => (copy === undefined ? [] : [copy.replicatedAt]));
  if (!regime.persistent || state.replicaOf !== null) return findNext(copies, now);
  if (backups.length === 0) return regime.policy.maxCount === 0 ? Infinity : now;
  const firsts = stretchesUntil(registry, state, now).map(({ from }) => from + computeFirstBackupMs(registry.profile));
  const grid = buildGrids(registry, state, traits, regime).map(
    ({ everyMs, anchorMs }) => (Math.floor((now - anchorMs) / everyMs) + 1) * everyMs + anchorMs,
  );
  const { policy } = regime;
  const ends = backups.map(({ completedAt, series }) => {
    const minutes = series === 'frequent' ? policy.frequentOldestAgeMinutes : policy.infrequentOldestAgeMinutes;
    return minutes === undefined ? Infinity : completedAt + minutes * minuteMs + 1;
  });
  return findNext([...copies, ...firsts, ...grid, ...ends], now);
};

const findNext = (instants: readonly EpochMs[], now: EpochMs): EpochMs =>
  instants.reduce((next, instant) => (instant > now && instant < next ? instant : next), Infinity);
