import type { CardService, CardVerdict, ReviewCard, Severity } from '../../domain';
import { findUndecidedErrors } from './open-questions';
import { openFindings } from './services';

/** What the services of a review count up to. Acknowledged findings stand apart: they never fail a run. Never throws. */
export const countUp = (services: readonly CardService[]): Omit<ReviewCard['counts'], 'stale'> => {
  const open = services.flatMap(openFindings);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    acknowledged: services.flatMap(({ findings }) => findings).length - open.length,
    undecided: services.flatMap(({ undecided }) => undecided).length,
    undecidedErrors: findUndecidedErrors(services).length,
  };
};

/** Whether a verdict of this kind stops a run: with `strict` what is not sure does too. Never throws. */
export const verdictStops = (kind: CardVerdict['kind'], strict: boolean): boolean =>
  kind === 'stop' || (strict && kind === 'unsure');
