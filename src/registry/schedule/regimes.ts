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
    const base = { regime, endsByPowerOff: false };
    if (!regime.powered || runningAt >= to) {
      const late = regime.powered && runningAt === to;
      stretches.push({ ...base, from: regime.at, to, active: false });
      if (late) stretches.push({ ...base, from: to, to, active: true, endsByPowerOff });
      continue;
    }
    if (runningAt > regime.at) stretches.push({ ...base, from: regime.at, to: runningAt, active: false });
    let from = Math.max(regime.at, runningAt);
    for (const outage of outagesIn(registry, [regime.cloud, state.location], from, to)) {
      if (outage.from > from) stretches.push({ ...base, from, to: outage.from, active: true });
      const end = Math.min(to, outage.to ?? to);
      if (end > from) stretches.push({ ...base, from: Math.max(from, outage.from), to: end, active: false });
      from = Math.max(from, end);
      if (outage.to === null || outage.to > to) from = Infinity;
    }
    if (from <= to) stretches.push({ ...base, from, to, active: true, endsByPowerOff });
  }
  return stretches;
};
