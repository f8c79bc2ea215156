import type { CardStaleAcknowledgement } from './review-card';

/** Why an acknowledgement is of no use, and what to do with it. */
export const staleWords: Readonly<Record<CardStaleAcknowledgement['why'], string>> = {
  'no-such-finding': 'Nothing is found there any more: take the acknowledgement out.',
  ended: 'Its end date has passed: look at the finding again, then renew it or take it out.',
  'cannot-be-acknowledged': 'The registry will refuse this whoever accepts it: change the configuration.',
  'no-such-rule': 'No rule has this id: correct it.',
};
