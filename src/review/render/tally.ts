import type { Review } from '../../domain';

/** What a review counts up to. Acknowledged findings stand apart: they never fail a run. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly acknowledged: number;
  readonly undecided: number;
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
    stale: review.staleAcknowledgements.length,
  };
};

/**
 * Whether a review stops a run: an error that nobody acknowledged does; something undecided does when `strict`;
 * warnings and notes never do.
 */
export const stopsRun = (review: Review, { strict }: { readonly strict: boolean }): boolean => {
  const { errors, undecided } = tallyOf(review);
  return errors > 0 || (strict && undecided > 0);
};
