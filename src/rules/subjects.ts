import { known, unknown, type Catalogue, type EpochMs, type Facts, type ServiceRequest } from '../domain';
import { type Configuration, configurationOf } from './configuration';
import type { Subject } from './subject';
import { subjectOf } from './subject-of';

/** What the subjects of one run are made from, beside the declared services. */
interface SubjectsContext {
  readonly facts: Facts | undefined;
  /** The instant to judge at; undefined: it is not known. */
  readonly now: EpochMs | undefined;
  readonly catalogue: Catalogue;
  /** What they are a part of. @default they are all of it */
  readonly within?: Configuration | undefined;
}

/** The subject of one of the declared services. */
type Subjects = (request: ServiceRequest) => Subject;

interface Kept extends SubjectsContext {
  readonly subjects: Subjects;
}

const keptFor = new WeakMap<readonly ServiceRequest[], Kept>();

/**
 * The subjects of the declared services of one run, each made when it is first asked for. A second call for the same list at the same
 * instant gives the same ones, so that a review and its card share what they found out. Never throws.
 */
export const subjectsOf = (requests: readonly ServiceRequest[], context: SubjectsContext): Subjects => {
  const kept = keptFor.get(requests);
  if (
    kept?.facts === context.facts &&
    kept?.now === context.now &&
    kept?.catalogue === context.catalogue &&
    kept.within === context.within
  )
    return kept.subjects;
  const { facts, now, catalogue, within } = context;
  const configuration = within ?? configurationOf(requests);
  const about = { facts, now: now === undefined ? unknown('not-fetched') : known(now), catalogue };
  const made = new Map<ServiceRequest, Subject>();
  const subjects: Subjects = (request) => {
    const before = made.get(request);
    if (before !== undefined) return before;
    const subject = subjectOf(request, configuration, about);
    made.set(request, subject);
    return subject;
  };
  keptFor.set(requests, { facts, now, catalogue, within, subjects });
  return subjects;
};
