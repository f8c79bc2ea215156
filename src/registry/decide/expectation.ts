import { ownerIdPattern, ownerText, toRfc3339, type Expectation } from '../../domain';
import { makerIsFresh } from '../ownership';
import type { ServiceState } from '../state';
import { refuse } from './decision';
import type { DecideContext, Objection } from './decision';

/** Objects where a service is not the one that the client took it for. What is not stated is not compared. */
export const checkExpectation = (
  context: DecideContext,
  state: ServiceState,
  expect: Expectation | undefined,
): Objection => {
  if (expect === undefined) return undefined;
  const untrue = untruthIn(context, state, expect);
  return untrue === undefined
    ? undefined
    : refuse('service_not_as_expected', `Service ${state.service} ${untrue}. Nothing was done: look at it again.`);
};

const untruthIn = (context: DecideContext, state: ServiceState, expect: Expectation): string | undefined => {
  const { incarnation, createdAt, owner, stale } = expect;
  if (incarnation !== undefined && incarnation !== state.incarnation) {
    return incarnation < state.incarnation
      ? `was ended and made anew: it is number ${state.incarnation} of its name, not ${incarnation}`
      : `is number ${state.incarnation} of its name and there was no number ${incarnation} yet: this is an older copy of the` +
          ' registry, or another one';
  }
  if (createdAt !== undefined && createdAt !== state.createdAt) {
    return `was created at ${toRfc3339(state.createdAt)}, not at ${toRfc3339(createdAt)}: it is another one of this name`;
  }
  if (owner !== undefined && !isOwner(state, owner)) return `${holderText(state)}, not ${expectedText(owner)}`;
  return stale === true && state.ownership?.owner?.state === 'making' && makerIsFresh(context, state)
    ? `${holderText(state)}, who gave a sign of life a moment ago`
    : undefined;
};

const isOwner = ({ ownership }: ServiceState, expected: string): boolean => {
  if (expected === 'never') return ownership === undefined;
  return (ownership?.owner?.id ?? 'nobody') === expected;
};

/** Who holds a service, as the middle of a sentence. */
const holderText = ({ ownership }: ServiceState): string => {
  if (ownership === undefined) return 'is held by nobody';
  const { owner, since } = ownership;
  if (owner === null) return `was released at ${toRfc3339(since)} and is held by nobody`;
  const verb = owner.state === 'held' ? 'is held' : 'is being made';
  return `${verb} by ${ownerText({ ...owner.label, id: owner.id })} since ${toRfc3339(since)}`;
};

const expectedText = (owner: string): string => {
  if (owner === 'nobody') return 'by nobody';
  return owner === 'never' ? 'free of owners from its beginning' : `by owner ${owner}`;
};

/** Objects to an id that is none. */
export const checkOwnerId = (id: string): Objection =>
  ownerIdPattern.test(id)
    ? undefined
    : refuse(
        'owner_invalid',
        `The id of an owner has 8 to 128 letters, digits and . _ : / -, got ${JSON.stringify(id).slice(0, 80)}.`,
      );
