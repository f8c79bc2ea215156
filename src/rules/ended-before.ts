import type { TerminatedFacts } from '../domain';
import { priorKey, requestKey } from './configuration';
import type { Subject } from './subject';

/** The service that a record has, where the facts tell that it has ended beside it. Never throws. */
export const endedBefore = ({ request, facts }: Pick<Subject, 'request' | 'facts'>): TerminatedFacts | undefined => {
  const key = priorKey(request) ?? requestKey(request);
  return key === undefined || facts?.services.has(key) ? undefined : facts?.terminated?.get(key);
};
