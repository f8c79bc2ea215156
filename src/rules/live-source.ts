import type { ServiceFacts } from '../domain';
import type { Subject } from './subject';
import { notApplicable, undecided, type Verdict } from './verdict';

/** The live source of a fork, or the verdict of a rule that needs one. */
export type LiveSource =
  | { readonly kind: 'live'; readonly service: ServiceFacts }
  | { readonly kind: 'none'; readonly verdict: Verdict<never> };

/**
 * Finds the live source for a rule that judges it. Not a fork, or a source that is declared, terminated or absent: not
 * applicable, because other rules tell of that. Not known: undecided. Never throws.
 */
export const liveSourceOf = ({ source }: Subject): LiveSource => {
  switch (source.kind) {
    case 'live':
      return source;
    case 'unknown':
      return { kind: 'none', verdict: undecided(source.missing) };
    default:
      return { kind: 'none', verdict: notApplicable };
  }
};
