import {
  known,
  unknown,
  type Catalogue,
  type EpochMs,
  type Facts,
  type RecoveryTerms,
  type ServiceRequest,
} from '../domain';
import { type Configuration, configurationOf } from './configuration';
import type { Subject } from './subject';
import { subjectOf } from './subject-of';

/** What the subjects of one run are made from, beside the declared services. */
interface SubjectsContext {
  readonly facts: Facts | undefined;
  /** The instant to judge at; undefined: it is not known. */
  readonly now: EpochMs | undefined;
  readonly catalogue: Catalogue;
  /** What a team commits itself to. @default nothing */
  readonly terms?: RecoveryTerms | undefined;
  /** What they are a part of. @default they are all of it */
  readonly within?: Configuration | undefined;
}

/** The subject of one of the declared services. */
type Subjects = (request: ServiceRequest) => Subject;

/** The subjects of the declared services of one run, each made when it is first asked for, and once. Never throws. */
export const subjectsOf = (
  requests: readonly ServiceRequest[],
  { facts, now, catalogue, terms, within = configurationOf(requests) }: SubjectsContext,
): Subjects => {
  const about = { facts, now: now === undefined ? unknown('not-fetched') : known(now), catalogue, terms };
  const made = new Map<ServiceRequest, Subject>();
  return (request) => {
    const before = made.get(request);
    if (before !== undefined) return before;
    const subject = subjectOf(request, within, about);
    made.set(request, subject);
    return subject;
  };
};
