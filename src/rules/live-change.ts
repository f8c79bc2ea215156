import type { ServiceFacts } from '../domain';
import { missingService } from './missing-names';
import { read, stopped, type Reading } from './reading';
import type { Subject } from './subject';
import { notApplicable, undecided } from './verdict';

/** Whether a live service may be changed in place: a new one is not, nor one that is made again or left as it is. Never throws. */
export const mayChange = ({ request, standing, remade }: Subject): boolean =>
  standing !== 'new' && !remade && request.change?.kind !== 'no-op';

/** The live service that is changed in place, or the verdict without it: a new one, and one that is made again, have none. */
export const changedService = (subject: Subject): Reading<ServiceFacts> => {
  const { request, existing } = subject;
  if (!mayChange(subject)) return stopped(notApplicable);
  return existing === undefined ? stopped(undecided(missingService(request))) : read(existing);
};
