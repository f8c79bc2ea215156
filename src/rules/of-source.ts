import { serviceKey, type ServiceFacts, type ServiceRequest } from '../domain';
import { stop } from './stop';
import type { Subject } from './subject';
import { notApplicable, undecided } from './verdict';

/**
 * What a live source has, or one says that the same run makes, with its name; the check ends where there is neither.
 * Inside of a `check` only.
 */
export const ofSource = <T>(
  { source }: Subject,
  ofLive: (service: ServiceFacts) => T,
  ofDeclared: (request: ServiceRequest) => T,
): { readonly name: string; readonly value: T } => {
  switch (source.kind) {
    case 'live':
      return { name: serviceKey(source.service), value: ofLive(source.service) };
    case 'declared':
      return { name: source.request.address, value: ofDeclared(source.request) };
    case 'unknown':
      return stop(undecided(source.missing));
    default:
      return stop(notApplicable);
  }
};
