import { toRfc3339, type CardService, type CardStaleAcknowledgement, type ReviewCard } from '../../domain';
import type { Review } from '../../rules';
import { tallyOf } from '../render/tally';
import { verdictOf } from '../render/verdict';
import { byCodeUnit } from './by-code-unit';
import { cardServiceOf } from './card-service';
import { lineageOf } from './lineage';

/** Gathers what a reviewer is shown. Never throws. */
export const reviewCardOf = (review: Review): ReviewCard => {
  const { now, facts, factsOrigin, judgedBy } = review;
  const services = review.services.map(cardServiceOf);
  const inputs = review.inputs === undefined ? {} : { inputs: review.inputs };
  return {
    formatVersion: 1,
    verdict: verdictOf({ services, factsOrigin, ...inputs }),
    now: now === null ? null : toRfc3339(now),
    factsOrigin,
    counts: { ...tallyOf(services), stale: review.staleAcknowledgements.length },
    services: [...services].sort(
      (left, right) => rankOf(left) - rankOf(right) || byCodeUnit(left.address, right.address),
    ),
    staleAcknowledgements: staleOf(review),
    lineage: lineageOf(services, facts),
    judgedBy,
    ...inputs,
  };
};

const rankOf = ({ change, fork }: CardService): number => {
  if (['replace', 'delete', 'forget'].includes(change.kind)) return 0;
  return fork === null ? 2 : 1;
};

const staleOf = ({ staleAcknowledgements }: Review): readonly CardStaleAcknowledgement[] =>
  staleAcknowledgements.map(({ acknowledgement: { ruleId, reason, until, scope }, why }) => ({
    ruleId,
    reason,
    until: until === undefined ? null : toRfc3339(until),
    scope,
    why,
  }));
