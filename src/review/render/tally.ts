import type { CardVerdict, Review } from '../../domain';
import { undecidedErrorsOf } from './open-questions';
import { verdictOf } from './verdict';

/** What a review counts up to. Acknowledged findings stand apart: they never fail a run. */
interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly acknowledged: number;
  readonly undecided: number;
  /** Those of them that could have been errors of what is made or changed. */
  readonly undecidedErrors: number;
  readonly stale: number;
}

/** Counts a review. Never throws. */
export const tallyOf = (review: Review): Tally => {
  const open = review.findings.filter((finding) => finding.acknowledged === undefined);
  const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    acknowledged: review.findings.length - open.length,
    undecided: review.undecided.length,
    undecidedErrors: undecidedErrorsOf(review).length,
    stale: review.staleAcknowledgements.length,
  };
};

/** Whether a review stops a run: what stops it does; with `strict` what is not sure does too. */
export const stopsRun = (review: Review, { strict }: { readonly strict: boolean }): boolean =>
  verdictStops(verdictOf(review).kind, strict);

/** Whether a verdict of this kind stops a run. Never throws. */
export const verdictStops = (kind: CardVerdict['kind'], strict: boolean): boolean =>
  kind === 'stop' || (strict && kind === 'unsure');
