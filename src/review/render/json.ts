import type { Acknowledgement, EpochMs, JsonObject, Review } from '../../domain';
import { toRfc3339 } from '../../domain';
import type { Renderer } from './renderer';
import { stopsRun, tallyOf } from './tally';

/** A review for programs: all of it, with `formatVersion` 1, counts, and instants in RFC 3339. */
export const renderJson: Renderer = (review) => `${JSON.stringify(reviewDocument(review), null, 2)}\n`;

/** The same as a value. */
export const reviewDocument = (review: Review): JsonObject => ({
  formatVersion: review.formatVersion,
  verdict: stopsRun(review, { strict: false }) ? 'fail' : 'pass',
  now: instant(review.now),
  factsOrigin: review.factsOrigin,
  counts: { ...tallyOf(review) },
  services: review.services.map(({ address, standing, fork }) => ({ address, standing, fork })),
  findings: review.findings.map(({ ruleId, severity, address, attribute, summary, detail, remedy, acknowledged }) => ({
    ruleId,
    severity,
    address,
    attribute,
    summary,
    detail,
    remedy,
    acknowledged: acknowledged === undefined ? null : acknowledgement(acknowledged),
  })),
  undecided: review.undecided.map(({ ruleId, address, missing }) => ({ ruleId, address, missing: [...missing] })),
  holdings: review.holdings.map(({ ruleId, address, validUntil }) => ({
    ruleId,
    address,
    validUntil: instant(validUntil),
  })),
  staleAcknowledgements: review.staleAcknowledgements.map((stale) => ({
    ...acknowledgement(stale.acknowledgement),
    why: stale.why,
  })),
});

const acknowledgement = ({ ruleId, reason, until, scope }: Acknowledgement): JsonObject => ({
  ruleId,
  reason,
  until: until === undefined ? null : instant(until),
  scope,
});

const instant = (at: EpochMs | null): string | null => (at === null ? null : toRfc3339(at));
