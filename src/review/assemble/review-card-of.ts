import { byCodeUnit, toRfc3339, type CardService, type ReviewCard } from '../../domain';
import type { Review } from '../../rules';
import { countUp } from '../render/tally';
import { summarize } from '../render/verdict';
import { assembleService } from './card-service';
import { explainDrift } from './drift';
import { drawLineage } from './lineage';

/** Gathers what a reviewer is shown. Never throws. */
export const assembleCard = (review: Review): ReviewCard => {
  const { now, facts, factsOrigin, judgedBy } = review;
  const services = review.services.map((service) => assembleService(service, facts));
  const inputs = review.inputs === undefined ? {} : { inputs: explainDrift(review.inputs, facts) };
  return {
    formatVersion: 1,
    verdict: summarize({ services, factsOrigin, ...inputs }),
    now: now === null ? null : toRfc3339(now),
    factsOrigin,
    counts: { ...countUp(services), stale: review.staleAcknowledgements.length },
    services: [...services].sort(
      (left, right) => rankService(left) - rankService(right) || byCodeUnit(left.address, right.address),
    ),
    staleAcknowledgements: review.staleAcknowledgements,
    lineage: drawLineage(services, facts),
    judgedBy,
    ...inputs,
  };
};

const rankService = ({ change, fork }: CardService): number => {
  if (['replace', 'delete', 'forget'].includes(change.kind)) return 0;
  return fork === null ? 2 : 1;
};
