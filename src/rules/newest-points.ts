import type { EpochMs, Facts, ServiceFacts } from '../domain';
import { logEndOf, recoveryPointOf, type Serving } from './recovery-point';

/** A newest point that a fork can ask for without naming a time, and what it would miss of all that was written. */
interface NewestPoint {
  readonly target: 'latest-transaction' | 'latest-backup';
  readonly at: EpochMs;
  /** Undefined: nobody publishes where the log ends. */
  readonly lostMs: number | undefined;
}

/** The newest points of one location, the one that loses least first. Never throws. */
export const newestPoints = (
  known: { readonly facts: Facts | undefined },
  service: ServiceFacts,
  serving: Serving,
): readonly NewestPoint[] => {
  const end = logEndOf(known, service, serving.now);
  const targets =
    known.facts?.recoveryDefault === 'latest'
      ? (['latest-transaction'] as const)
      : (['latest-transaction', 'latest-backup'] as const);
  return targets.flatMap((target) => {
    const at = recoveryPointOf(known, service, { kind: target }, serving);
    return at === undefined ? [] : [{ target, at, lostMs: end === undefined ? undefined : Math.max(0, end - at) }];
  });
};
