import { parseReviewCard, type Review, type ReviewCard, type ServiceRequest } from '../../domain';
import { maskFor, type Mask } from './secrets';

/** A review without the secrets of the services that it judges. */
export const maskReview = (review: Review, requests: readonly ServiceRequest[]): Review =>
  maskedReview(review, maskFor(requests));

/** The same, for who has the mask at hand. */
export const maskedReview = (review: Review, { text: mask }: Mask): Review => {
  return {
    ...review,
    factsOrigin: review.factsOrigin === null ? null : mask(review.factsOrigin),
    findings: review.findings.map((finding) => ({
      ...finding,
      detail: mask(finding.detail),
      remedy: mask(finding.remedy),
      ...(finding.acknowledged === undefined
        ? {}
        : { acknowledged: { ...finding.acknowledged, reason: mask(finding.acknowledged.reason) } }),
    })),
    undecided: review.undecided.map((item) => ({ ...item, missing: item.missing.map(mask) })),
    staleAcknowledgements: review.staleAcknowledgements.map((stale) => ({
      ...stale,
      acknowledgement: { ...stale.acknowledgement, reason: mask(stale.acknowledgement.reason) },
    })),
  };
};

/** Fields whose values are words of the card itself; a secret that equals one of them is no reason to break the card. */
const wordFields: ReadonlySet<string> = new Set([
  ...['kind', 'standing', 'ruleId', 'severity', 'attribute', 'asked', 'role'],
  ...['instants', 'item', 'state', 'why', 'extent'],
]);

/** An instant of the card, which is no text of anybody's. */
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/**
 * A card without the secrets of the services that it shows, in whichever of its texts they came to stand. What it took from its review
 * is masked already.
 */
export const maskCard = (card: ReviewCard, mask: Mask): ReviewCard => {
  if (mask.isEmpty) return card;
  const replacer = (field: string, value: unknown): unknown =>
    typeof value !== 'string' || wordFields.has(field) || instant.test(value) ? value : mask.text(value);
  return parseReviewCard(JSON.stringify(card, replacer), 'the review');
};
