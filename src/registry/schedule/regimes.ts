import type { EpochMs } from '../../domain';
import type { BackupRegime, RegistryState, ServiceState, Span } from '../state';
import { sizeMbAt } from './size';
import { computeBuildMs } from './timing';

/** A stretch of time in which nothing that decides about backups changes. Both ends belong to it. */
export interface Stretch {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly regime: BackupRegime;
  /** Powered on, RUNNING, and neither its cloud nor its backup location is down. */
  readonly active: boolean;
  /** It ends because the service is powered off. */
  readonly endsByPowerOff: boolean;
}

/** Outages of the clouds that the service depends on, as spans of a regime's time. */
const outagesIn = (registry: RegistryState, clouds: readonly string[], from: EpochMs, to: EpochMs): readonly Span[] =>
  [...new Set(clouds)]
    .flatMap((cloud) => registry.outages[cloud] ?? [])
    .filter((span) => span.from < to && (span.to ?? Infinity) > from)
    .sort((a, b) => a.from - b.from);

/** When the service, powered on at an instant, is RUNNING. */
export const runningAfter = (registry: RegistryState, state: ServiceState, poweredAt: EpochMs): EpochMs =>
  poweredAt + computeBuildMs(registry.profile, sizeMbAt(state, poweredAt));

/** The life of the service up to `until`, cut wherever something that decides about backups changed. Oldest first. */
export const stretchesUntil = (registry: RegistryState, state: ServiceState, until: EpochMs): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let runningAt: EpochMs = Infinity;
  for (const [index, regime] of state.regimes.entries()) {
    if (regime.at > until) break;
    const next = state.regimes[index + 1];
    const to = Math.min(until, next?.at ?? until);
    const before = state.regimes[index - 1];
    if (regime.powered && before?.powered !== true) runningAt = runningAfter(registry, state, regime.at);
    const endsByPowerOff = regime.powered && next?.powered === false && next.at <= until;
    const part = (from: EpochMs, end: EpochMs, active: boolean, last = false): void =>
      void stretches.push({ from, to: end, regime, active, endsByPowerOff: last && endsByPowerOff });
    if (!regime.powered || runningAt >= to) {
      part(regime.at, to, false);
      if (regime.powered && runningAt === to) part(to, to, true, true);
      continue;
    }
    if (runningAt > regime.at) part(regime.at, runningAt, false);
    let from = Math.max(regime.at, runningAt);
    for (const outage of outagesIn(registry, [regime.cloud, state.location], from, to)) {
      if (outage.from > from) part(from, outage.from, true);
      const end = Math.min(to, outage.to ?? to);
      if (end > from) part(Math.max(from, outage.from), end, false);
      from = Math.max(from, end);
      if (outage.to === null || outage.to > to) from = Infinity;
    }
    if (from <= to) part(from, to, true, true);
  }
  return stretches;
};
