import {
  toRfc3339,
  type CardService,
  type CardStaleAcknowledgement,
  type Catalogue,
  type EpochMs,
  type Facts,
  type Review,
  type ReviewCard,
  type ServiceRequest,
} from '../../domain';
import { subjectsOf } from '../../rules';
import { tallyOf } from '../render/tally';
import { verdictOf } from '../render/verdict';
import { byCodeUnit, sortedByText } from './by-code-unit';
import { cardServiceOf, type Judgement } from './card-service';
import { lineageOf } from './lineage';

/** What a card is made from, beside the review and the requests that it judged. */
interface CardOptions {
  readonly facts: Facts | undefined;
  /** What is on sale where there are no facts. */
  readonly catalogue: Catalogue;
}

/** Gathers what a reviewer is shown. The order of the requests does not show in it. Never throws. */
export const reviewCardOf = (
  requests: readonly ServiceRequest[],
  review: Review,
  { facts, catalogue }: CardOptions,
): ReviewCard => {
  const ordered = sortedByText(
    requests.filter(({ change }) => change?.kind !== 'read' || change.letGo !== undefined),
    ({ address }) => address,
  );
  const now: EpochMs | null = review.now;
  const subjectOf = subjectsOf(requests, { facts, now: now ?? undefined, catalogue: facts?.catalogue ?? catalogue });
  const judgements = judgementsOf(review);
  const services = ordered
    .map((request) => cardServiceOf(subjectOf(request), judgements.get(request.address) ?? noJudgement))
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
