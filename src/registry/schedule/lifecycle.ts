import type { EpochMs, ServiceStateName } from '../../domain';
import type { ProgressPhase } from '../registry';
import { isDown, isPowered } from '../state';
import type { RegistryState, ServiceState } from '../state';
import { runningAfter } from './regimes';
import { sizeMbAt } from './size';
import { computeChangeMs } from './timing';

/** Where a service stands in its life at one instant. */
interface Standing {
  readonly state: ServiceStateName;
  /** When it is or will be RUNNING; null: never, as it stands. */
  readonly runningAt: EpochMs | null;
  readonly poweredOffSince: EpochMs | null;
  /** 0 to 100 through what is under way; null: nothing is. */
  readonly percent: number | null;
}

/** The state of a live service, derived: no job and no event moves it. A service whose cloud is down is REBUILDING without an end. */
export const standingAt = (registry: RegistryState, state: ServiceState, now: EpochMs): Standing => {
  if (!isPowered(state)) {
    return { state: 'POWEROFF', runningAt: null, poweredOffSince: poweredSince(state), percent: null };
  }
  if (isDown(registry, state.cloud)) {
    return { state: 'REBUILDING', runningAt: null, poweredOffSince: null, percent: null };
  }
  const poweredAt = poweredSince(state);
  const built = runningAfter(registry, state, poweredAt);
  if (now < built) return underWay('REBUILDING', poweredAt, built, now);
  const { change } = state;
  if (change === null || change.at < poweredAt) return running(built);
  const changed = change.at + computeChangeMs(registry.profile, sizeMbAt(state, change.at));
  if (now >= changed) return running(Math.max(built, changed));
  return underWay(change.kind === 'rebuild' ? 'REBUILDING' : 'REBALANCING', change.at, changed, now);
};

const running = (runningAt: EpochMs): Standing => ({
  state: 'RUNNING',
  runningAt,
  poweredOffSince: null,
  percent: null,
});

const underWay = (state: ServiceStateName, from: EpochMs, to: EpochMs, now: EpochMs): Standing => ({
  state,
  runningAt: to,
  poweredOffSince: null,
  percent: Math.min(99, Math.floor(((now - from) / (to - from)) * 100)),
});

/** Since when the service has been powered as it is now: on or off. */
export const poweredSince = (state: ServiceState): EpochMs => {
  const newest = state.regimes.at(-1);
  let since = newest?.at ?? state.createdAt;
  for (const regime of [...state.regimes].reverse()) {
    if (regime.powered !== newest?.powered) break;
    since = regime.at;
  }
  return since;
};

const phases = [
  { phase: 'prepare', upTo: 20 },
  { phase: 'basebackup', upTo: 70 },
  { phase: 'stream', upTo: 90 },
  { phase: 'finalize', upTo: 100 },
] as const;

/** The phases of what is under way; [] when nothing is. Shares of 20, 50, 20 and 10 per cent: our inference. */
export const listPhases = ({ percent }: Standing): readonly ProgressPhase[] => {
  if (percent === null) return [];
  return phases.map(({ phase, upTo }, index) => {
    const from = phases[index - 1]?.upTo ?? 0;
    const share = Math.max(0, Math.min(100, Math.floor(((percent - from) / (upTo - from)) * 100)));
    return { phase, completed: percent >= upTo, percent: share };
  });
};
