import type { Acknowledgement, EpochMs, JsonObject, JudgedBy, Review } from '../../domain';
import { toRfc3339 } from '../../domain';
import type { Renderer } from './renderer';
import { fateOf } from './fate';
import { openQuestionsOf } from './open-questions';
import { sameOf } from './same-findings';
import { tallyOf } from './tally';
import { verdictOf } from './verdict';

/** A review for programs: all of it, with `formatVersion` 1, counts, and instants in RFC 3339. */
export const renderJson: Renderer = (review) => `${JSON.stringify(reviewDocument(review), null, 2)}\n`;

/** The same as a value. */
export const reviewDocument = (review: Review): JsonObject => ({
  formatVersion: review.formatVersion,
  ...verdict(review),
  now: instant(review.now),
  factsOrigin: review.factsOrigin,
  judgedBy: judgedBy(review.judgedBy ?? byForkcast),
  counts: { ...tallyOf(review) },
  services: review.services.map((service) => {
    const { address, name, priorName = null, standing, fork, declaredAt } = service;
    const place = declaredAt === undefined ? null : { ...declaredAt };
    return { address, name, priorName, standing, fork, fate: fateOf(service), declaredAt: place };
  }),
  findings: sameOf(review.findings.map(({ address, ...said }) => ({ address, said }))).map(
    ({ said: { ruleId, severity, ownSeverity, attribute, summary, detail, remedy, acknowledged }, addresses }) => ({
      ruleId,
      severity,
      ...(ownSeverity === undefined ? {} : { ownSeverity }),
      address: addresses[0] ?? '',
      addresses: [...addresses],
      instances: addresses.length,
      attribute,
      summary,
      detail,
      remedy,
      acknowledged: acknowledged === undefined ? null : acknowledgement(acknowledged),
    }),
  ),
  undecided: review.undecided.map(({ ruleId, severity, address, missing }) => ({
    ruleId,
    severity,
    address,
    missing: [...missing],
  })),
  openQuestions: openQuestionsOf(review).map((question) => ({ ...question })),
  holdings: review.holdings.map(({ ruleId, address, validUntil }) => ({
    ruleId,
    address,
    validUntil: instant(validUntil),
  })),
  staleAcknowledgements: review.staleAcknowledgements.map((stale) => ({
    ...acknowledgement(stale.acknowledgement),
    why: stale.why,
  })),
  inputs: (review.inputs ?? []).map((input) => ({
    ...input,
    notJudged: input.notJudged.map((group) => ({ ...group })),
    drift: input.drift.map((found) => ({ ...found })),
  })),
});

const byForkcast: JudgedBy = { ruleSets: [{ name: 'forkcast', from: null, rules: [] }], policy: null };

const judgedBy = ({ ruleSets, policy }: JudgedBy): JsonObject => ({
  ruleSets: ruleSets.map(({ name, from, rules }) => ({ name, from, rules: rules.map((rule) => ({ ...rule })) })),
  policy: policy === null ? null : { ...policy },
});

/** In the words of a test: `fail` stops a run, `pass` is all judged and well. */
const verdict = (review: Review): JsonObject => {
  const { kind, sentence } = verdictOf(review);
  return { verdict: kind === 'stop' ? 'fail' : kind === 'go' ? 'pass' : kind, sentence };
};

const acknowledgement = ({ ruleId, reason, until, scope }: Acknowledgement): JsonObject => ({
  ruleId,
  reason,
  until: until === undefined ? null : instant(until),
  scope,
});

const instant = (at: EpochMs | null): string | null => (at === null ? null : toRfc3339(at));
