import { minuteMs, secondMs } from '../../domain';
import type { EpochMs } from '../../domain';
import { instanceKey } from '../events';
import { drawNumber } from '../seeded';
import { isDown } from '../state';
import type { RegistryState, ServiceState, Span } from '../state';

/** The lag of the copied log is drawn anew every 5 minutes, between 1 and 5 minutes, and runs straight in between. */
const bucketMs = 5 * minuteMs;
const leastLagSeconds = 60;
const lagSpreadSeconds = 240;

/** A base backup's copy takes 5 to 15 minutes: never less than the log's lag, so that a window never ends before it begins. */
const leastCopySeconds = 300;
const copySpreadSeconds = 600;

const drawnLagSeconds = (registry: RegistryState, state: ServiceState, bucket: number): number =>
  leastLagSeconds + drawNumber(lagSpreadSeconds + 1, registry.seed, 'lag', instanceKey(state), bucket);

/** How far the second region is behind while copying goes on, in milliseconds. It changes slower than time passes. */
const flowingLagMs = (registry: RegistryState, state: ServiceState, at: EpochMs): number => {
  const bucket = Math.floor(at / bucketMs);
  const share = (at - bucket * bucketMs) / bucketMs;
  const [before, after] = [bucket, bucket + 1].map((index) => drawnLagSeconds(registry, state, index));
  return Math.round(((before ?? 0) * (1 - share) + (after ?? 0) * share) * secondMs);
};

/** When nothing was copied: paused, or the place of the backups or that of their copies was down. Oldest first. */
const listStops = (registry: RegistryState, state: ServiceState): readonly Span[] =>
  [state.location, state.region.cloud ?? state.location]
    .flatMap((cloud) => registry.outages[cloud] ?? [])
    .concat(state.copyPauses)
    .sort((a, b) => a.from - b.from);

/** Why nothing is copied into the second region now; undefined: it is. */
export const explainPause = (registry: RegistryState, state: ServiceState): string | undefined => {
  const { cloud } = state.region;
  if (cloud === null) return undefined;
  if (state.copyPauses.at(-1)?.to === null) return 'Copying was paused by the administrator of the registry.';
  const down = [cloud, state.location].find((place) => isDown(registry, place));
  return down === undefined ? undefined : `Cloud ${down} is down.`;
};

const stopAt = (registry: RegistryState, state: ServiceState, at: EpochMs): Span | undefined =>
  listStops(registry, state).find((span) => span.from <= at && at < (span.to ?? Infinity));

/** How far the second region is behind at an instant, in milliseconds; it grows while copying is stopped. */
export const lagMsAt = (registry: RegistryState, state: ServiceState, at: EpochMs): number => {
  let begin = at;
  for (let stop = stopAt(registry, state, at); stop !== undefined; stop = earlierStop(registry, state, stop))
    begin = stop.from;
  return at - begin + flowingLagMs(registry, state, begin);
};

const earlierStop = (registry: RegistryState, state: ServiceState, stop: Span): Span | undefined =>
  listStops(registry, state).find((span) => span.from < stop.from && (span.to ?? Infinity) >= stop.from);

/** When the copy of a backup is usable in the second region; Infinity: never, as it stands. */
export const copiedAt = (registry: RegistryState, state: ServiceState, completedAt: EpochMs): EpochMs => {
  const seconds = drawNumber(copySpreadSeconds + 1, registry.seed, 'copy', instanceKey(state), completedAt);
  const copyMs = (leastCopySeconds + seconds) * secondMs;
  let usableAt = completedAt + copyMs;
  for (const stop of listStops(registry, state)) {
    const end = stop.to ?? Infinity;
    if (stop.from < usableAt && end > completedAt) usableAt = Math.max(usableAt, end + copyMs);
  }
  return usableAt;
};
