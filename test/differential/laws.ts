import type { Facts, RefusalCode, Review, ServiceRequest } from '../../src/domain';
import type { Outcome } from '../../src/registry';
import { allRules, reviewOf } from '../../src/rules';

/** One request that both were asked about: what the rules foretold, and what the registry did. */
export interface Trial {
  readonly request: ServiceRequest;
  readonly review: Review;
  readonly outcome: Outcome;
  /** Refusals that no rule foretells, which this request was made to meet. */
  readonly unforeseen: readonly RefusalCode[];
}

const predictsOf = new Map<string, readonly RefusalCode[]>(allRules.map((rule) => [rule.id, rule.predicts]));

/** Rules whose error findings the registry must confirm. */
export const predictingRules: readonly string[] = allRules
  .filter(({ predicts }) => predicts.length > 0)
  .map(({ id }) => id);

/** What the rules say of one request. */
export const foretell = (request: ServiceRequest, facts: Facts): Review =>
  reviewOf([request], { facts, catalogue: facts.catalogue });

/** Ids of the rules with an error finding; of those that only a plan leads to, the registry knows nothing. */
export const errorsOf = ({ findings }: Review): readonly string[] => [
  ...new Set(
    findings.filter((finding) => finding.severity === 'error' && !('planOnly' in finding)).map(({ ruleId }) => ruleId),
  ),
];

/**
 * What is wrong between rules and registry, in words; undefined: they agree.
 * Law 1: an error of a rule that predicts is refused, and with one of that rule's codes when it is the only error.
 * Law 2: no error and nothing undecided is accepted.
 */
export const disagreement = ({ review, outcome, unforeseen }: Trial): string | undefined => {
  const errors = errorsOf(review);
  const predicting = errors.filter((id) => (predictsOf.get(id) ?? []).length > 0);
  if (outcome.kind === 'accepted') {
    return predicting.length === 0 ? undefined : `${predicting.join(', ')}: foretold a refusal, but it was accepted`;
  }
  const { code, message } = outcome.refusal;
  if (unforeseen.includes(code)) return undefined;
  if (errors.length === 0) {
    return review.undecided.length > 0 ? undefined : `refused with ${code}, and no rule told: ${message}`;
  }
  const [only] = errors;
  const codes = only === undefined ? [] : (predictsOf.get(only) ?? []);
  if (errors.length > 1 || predicting.length === 0 || codes.includes(code)) return undefined;
  return `${only}: foretold ${codes.join(' or ')}, but it was refused with ${code}: ${message}`;
};
