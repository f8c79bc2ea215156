import { parseReviewCard, type Review, type ReviewCard, type ServiceRequest } from '../../domain';
import { maskFor } from './secrets';

/** A review without the secrets of the services that it judges. */
export const maskReview = (review: Review, requests: readonly ServiceRequest[]): Review => {
  const { text: mask } = maskFor(requests);
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

/**
 * A card without the secrets of the services that it shows, in whichever of its texts they came to stand. What it took from its review
 * is masked already.
 */
export const maskCard = (card: ReviewCard, requests: readonly ServiceRequest[]): ReviewCard => {
  const mask = maskFor(requests);
  if (mask.isEmpty) return card;
  const replacer = (_field: string, value: unknown): unknown => (typeof value === 'string' ? mask.text(value) : value);
  return parseReviewCard(JSON.stringify(card, replacer), 'the review');
};
