import type { ServiceFacts } from '../domain';
import { missingService } from './missing-names';
import { read, stopped, type Reading } from './reading';
import type { Subject } from './subject';
import { notApplicable, undecided } from './verdict';

/** The live service that is changed in place, or the verdict without it: a new one, and one that is made again, have none. */
export const changedService = ({ request, standing, remade, existing }: Subject): Reading<ServiceFacts> => {
  if (standing === 'new' || remade || request.change?.kind === 'no-op') return stopped(notApplicable);
  return existing === undefined ? stopped(undecided(missingService(request))) : read(existing);
};
