import { toRfc3339, type CardService, type CardStaleAcknowledgement, type Review, type ReviewCard } from '../../domain';
import type { JudgedReview } from '../../rules';
import { tallyOf } from '../render/tally';
import { verdictOf } from '../render/verdict';
import { byCodeUnit } from './by-code-unit';
import { cardServiceOf, type Judgement } from './card-service';
import { lineageOf } from './lineage';

/** Gathers what a reviewer is shown. Never throws. */
export const reviewCardOf = (review: JudgedReview): ReviewCard => {
  const { now, facts, subjects } = review;
  const judgements = judgementsOf(review);
  const services = subjects
    .map((subject) => cardServiceOf(subject, judgements.get(subject.request.address) ?? noJudgement))
    .sort((left, right) => rankOf(left) - rankOf(right) || byCodeUnit(left.address, right.address));
  const counts = tallyOf(review);
  return {
    formatVersion: 1,
    verdict: verdictOf(review),
    now: now === null ? null : toRfc3339(now),
    factsOrigin: review.factsOrigin,
    counts,
    services,
    staleAcknowledgements: staleOf(review),
    lineage: lineageOf(services, facts),
    ...(review.judgedBy === undefined ? {} : { judgedBy: review.judgedBy }),
    ...(review.inputs === undefined ? {} : { inputs: review.inputs }),
  };
};

const noJudgement: Judgement = { findings: [], undecided: [], holdings: [] };

const judgementsOf = ({ findings, undecided, holdings }: Review): ReadonlyMap<string, Judgement> => {
  const [found, open, held] = [grouping(findings), grouping(undecided), grouping(holdings)];
  const addresses = new Set([...found.keys(), ...open.keys(), ...held.keys()]);
  const judgements = new Map<string, Judgement>();
  for (const address of addresses)
    judgements.set(address, {
      findings: found.get(address) ?? [],
      undecided: open.get(address) ?? [],
      holdings: held.get(address) ?? [],
    });
  return judgements;
};

const grouping = <T extends { readonly address: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.address);
    if (group === undefined) groups.set(item.address, [item]);
    else group.push(item);
  }
  return groups;
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
