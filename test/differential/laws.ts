import { toRfc3339 } from '../../src/domain';
import type { Facts, Lineage, RefusalCode, ServiceRequest } from '../../src/domain';
import type { CreateService, Outcome, Registry, ServiceDetail, UpdateService } from '../../src/registry';
import { findForetellers } from '../../src/registry/http/foretellers';
import {
  allRules,
  recoveryPointOf,
  recoveryTargetOf,
  returningAt,
  reviewOf,
  servingRole,
  subjectsOf,
  type Review,
} from '../../src/rules';

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

/**
 * Law 3: a fork that is made holds the state that the rules foretold, read from the location that they foretold; undefined: it does,
 * or nobody foretold one.
 */
export const pointFault = (request: ServiceRequest, facts: Facts, made: Lineage | null): string | undefined => {
  const subject = subjectsOf([request], { facts, now: facts.now, catalogue: facts.catalogue })(request);
  const target = recoveryTargetOf(subject);
  if (made === null || target.kind === 'stopped' || subject.source.kind !== 'live') return undefined;
  const { service } = subject.source;
  if (service.windows === null) return undefined;
  const role = servingRole(subject, service, { target: target.value, now: facts.now });
  const at = recoveryPointOf(subject, service, target.value, { role, now: facts.now });
  const foretold = `${role} ${at === undefined ? 'at no instant' : toRfc3339(at)}`;
  const held = `${made.role} ${toRfc3339(made.recoveryPoint)}`;
  return foretold === held ? undefined : `foretold the state of ${foretold}, but the fork holds ${held}`;
};

/** Law 4: what the rules say comes back is what the registry says has come back; undefined: so it is, or nobody told. */
export const returningFault = (
  request: ServiceRequest,
  facts: Facts,
  made: Pick<ServiceDetail, 'facts' | 'manifest'> | undefined,
): string | undefined => {
  const { source } = subjectsOf([request], { facts, now: facts.now, catalogue: facts.catalogue })(request);
  const lineage = made?.facts.lineage ?? null;
  if (lineage === null || source.kind !== 'live' || source.service.access === undefined) return undefined;
  const returning = returningAt(source.service.access, lineage.recoveryPoint);
  if (returning === undefined) return undefined;
  const isOwn = request.userConfig['ip_filter'] !== undefined;
  const foretold = [...returning].filter(([item]) => item !== 'ip-filter' || !isOwn);
  const held = (made?.manifest?.returned ?? []).map(({ item, names }) => [item, names] as const);
  return wordsOf(foretold) === wordsOf(held)
    ? undefined
    : `foretold that ${wordsOf(foretold)} comes back, but it is ${wordsOf(held)}`;
};

const wordsOf = (entries: readonly (readonly [string, readonly string[]])[]): string =>
  entries
    .map(([item, names]) => `${item} ${[...names].sort().join(' ')}`)
    .sort()
    .join('; ');

/**
 * Law 5: a refusal names rules that found an error in this very request, or could not decide it, and one at least where one foretold
 * it; undefined: it does.
 */
export const namingFault = (
  { review, outcome }: Trial,
  registry: Registry,
  command: CreateService | UpdateService,
): string | undefined => {
  if (outcome.kind === 'accepted') return undefined;
  const { code } = outcome.refusal;
  const named = findForetellers(registry, command, outcome.refusal);
  const foretold = errorsOf(review).filter((id) => predictsOf.get(id)?.includes(code));
  const open = review.undecided.map(({ ruleId }) => ruleId);
  const idle = named.filter((id) => !foretold.includes(id) && !open.includes(id));
  if (idle.length > 0) return `${idle.join(', ')}: found nothing, but is named by ${code}`;
  return foretold.length === 0 || foretold.some((id) => named.includes(id))
    ? undefined
    : `${foretold.join(', ')}: foretold ${code}, which names ${named.join(', ')}`;
};

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
