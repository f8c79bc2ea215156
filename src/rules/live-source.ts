import type { ServiceFacts } from '../domain';
import { read, stopped, type Reading } from './reading';
import type { Subject } from './subject';
import { notApplicable, undecided } from './verdict';

/**
 * Finds the live source for a rule that judges it. Not a fork, or a source that is declared, terminated or absent: not
 * applicable, because other rules tell of that. Not known: undecided. Never throws.
 */
export const liveSourceOf = ({ source }: Subject): Reading<ServiceFacts> => {
  switch (source.kind) {
    case 'live':
      return read(source.service);
    case 'unknown':
      return stopped(undecided(source.missing));
    default:
      return stopped(notApplicable);
  }
};
