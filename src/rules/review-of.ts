import {
  byCodeUnit,
  known,
  unknown,
  type Acknowledgement,
  type CardStaleAcknowledgement,
  type Catalogue,
  type EpochMs,
  type Facts,
  type Finding,
  type Holding,
  type InputAccount,
  type JudgedBy,
  type RecoveryTerms,
  type ServiceRequest,
  type Severity,
  type Undecided,
} from '../domain';
import { acknowledge } from './acknowledgements';
import { configurationOf, type Configuration } from './configuration';
import { asFactsTell } from './as-facts-tell';
import { makeFinding, judgeRuleInWorlds } from './engine';
import { judgingRules } from './judging-rules';
import { allRules } from './list';
import type { OwnRules } from './own/read-own-rules';
import type { Policy } from './policy';
import { severityRank, worstOf, type Rule } from './rule';
import { withoutShadowed } from './shadowed';
import type { Subject } from './subject';
import { subjectsOf } from './subjects';
import { withReasons } from './why-missing';
import { worldsOf } from './worlds';
import { staysLive } from './stays-live';

/** What a review is made from, beside the declared services. */
export interface ReviewOptions {
  readonly facts: Facts | undefined;
  /** The instant to judge at where there are no facts; those have their own clock. */
  readonly now?: EpochMs;
  /** What is on sale where there are no facts; those have their own catalogue. */
  readonly catalogue: Catalogue;
  /** @default every rule */
  readonly rules?: readonly Rule[];
  /** Somebody's own, which judge beside them. @default none */
  readonly own?: OwnRules;
  /** @default every rule has its own severity */
  readonly policy?: Policy;
  /** What a team commits itself to. @default what the policy says */
  readonly terms?: RecoveryTerms;
  /** What the services are a part of; the others of it are only their neighbours. @default they are all of it */
  readonly within?: Configuration;
  /** Those of a file, for the whole configuration or `within` an address. */
  readonly acknowledgements?: readonly Acknowledgement[];
}

/** What the rules say of one declared service, with all that they knew of it. */
interface JudgedService {
  readonly subject: Subject;
  /** By severity, then rule id. */
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly holdings: readonly Holding[];
}

/** All judgements of one configuration, with what they were made from: its card is made from that. */
export interface Review {
  /** Clock of the facts; null: time was not known. */
  readonly now: EpochMs | null;
  /** Where the facts came from; null: there were none. */
  readonly factsOrigin: string | null;
  readonly facts: Facts | undefined;
  /** By address. */
  readonly services: readonly JudgedService[];
  /** Those of all services, in their order. */
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly holdings: readonly Holding[];
  readonly staleAcknowledgements: readonly CardStaleAcknowledgement[];
  readonly judgedBy: JudgedBy;
  /** Where the services were declared; absent: not in files. */
  readonly inputs?: readonly InputAccount[];
}

/**
 * Judges every declared service by every rule. What cannot be decided is listed with the facts it missed; nothing
 * depends on the order of the requests.
 * @throws BugError naming the rule, when a rule throws.
 */
export const reviewOf = (declared: readonly ServiceRequest[], options: ReviewOptions): Review => {
  const { facts, own, policy } = options;
  const requests = declared.map((request) => asFactsTell(request, facts));
  const rules = [...(options.rules ?? allRules), ...(own?.rules ?? [])];
  const instant = facts?.now ?? options.now;
  const now = instant === undefined ? unknown('not-fetched') : known(instant);
  const about = {
    now: instant,
    catalogue: facts?.catalogue ?? options.catalogue,
    terms: options.terms ?? policy?.terms,
    within: options.within ?? configurationOf(requests),
  };
  const subjects = subjectsOf(requests, { ...about, facts });
  const worlds = (request: ServiceRequest) =>
    worldsOf(subjects(request)).map(({ missing, facts: other }) => ({
      missing,
      subject: subjectsOf(requests, { ...about, now: other.now, facts: other })(request),
    }));
  const byAddress = new Map(requests.map((request) => [request.address, request]));
  const requestAt = (address: string): ServiceRequest | undefined => byAddress.get(address);
  const judging = judgingRules(rules);
  const told = sortedBy(
    requests.filter(({ change }) => change?.kind !== 'read' || change.letGo !== undefined),
    ({ address }) => [address],
  ).map((request) => {
    const [subject, others] = [subjects(request), worlds(request)];
    // In another world a service may stand otherwise, and other rules judge it.
    const asked = others.length > 0 ? rules : judging(subject);
    return judge(subject, { rules: asked, policy, requestAt, worlds: others });
  });
  const everyUndecided = told.flatMap(({ undecided }) => undecided);
  const filed = options.acknowledgements ?? [];
  const living = new Set(requests.filter((request) => staysLive(subjects(request))).map(({ address }) => address));
  const acknowledged = acknowledge(told, {
    requests,
    filed,
    rules,
    undecided: everyUndecided,
    living,
    now,
    hasFacts: facts !== undefined,
  });
  const services = acknowledged.services.map((service) => withoutShadowed(service, rules));
  return {
    now: instant ?? null,
    factsOrigin: facts?.origin ?? null,
    facts,
    services,
    findings: services.flatMap(({ findings }) => findings),
    undecided: services.flatMap(({ undecided }) => undecided),
    holdings: told.flatMap(({ holdings }) => holdings),
    staleAcknowledgements: acknowledged.stale,
    judgedBy: judgedBy(own, policy),
  };
};

/** What a review refuses: its errors that nobody accepted. Never throws. */
export const openErrors = ({ findings }: Pick<Review, 'findings'>): readonly Finding[] =>
  findings.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === null);

const judgedBy = (own: OwnRules | undefined, policy: Policy | undefined): JudgedBy => ({
  ruleSets: [{ name: 'forkcast', from: null, rules: [] }, ...(own?.sets ?? [])],
  policy: policy === undefined ? null : { path: policy.path, sha256: policy.sha256 },
});

/** What a plan lets go is told of, and judged no more. */
const judge = (
  subject: Subject,
  {
    rules,
    policy,
    requestAt,
    worlds,
  }: {
    readonly rules: readonly Rule[];
    readonly policy: Policy | undefined;
    readonly requestAt: (address: string) => ServiceRequest | undefined;
    readonly worlds: Parameters<typeof judgeRuleInWorlds>[2];
  },
): JudgedService => {
  const { address, change } = subject.request;
  const [findings, undecided, holdings]: [Finding[], Undecided[], Holding[]] = [[], [], []];
  for (const rule of change?.kind === 'read' ? [] : rules) {
    const verdict = judgeRuleInWorlds(rule, subject, worlds);
    if (verdict.kind === 'not-applicable') continue;
    const severity = policy?.severities.get(rule.id);
    if (verdict.kind === 'violated') findings.push(withSeverity(makeFinding(rule, subject, verdict), severity));
    else if (verdict.kind === 'undecided')
      undecided.push({
        ruleId: rule.id,
        severity: severity ?? worstOf(rule),
        address,
        missing: withReasons(verdict.missing, requestAt),
      });
    else if (verdict.kind === 'pass' && verdict.validUntil !== undefined)
      holdings.push({ ruleId: rule.id, address, validUntil: verdict.validUntil });
  }
  return {
    subject,
    findings: sortedBy(findings, ({ severity, ruleId }) => [`${severityRank[severity]}`, ruleId]),
    undecided: sortedBy(undecided, ({ ruleId }) => [ruleId]),
    holdings: sortedBy(holdings, ({ ruleId }) => [ruleId]),
  };
};

const withSeverity = (finding: Finding, severity: Severity = finding.severity): Finding => {
  const { ruleId, severity: ownSeverity, ...told } = finding;
  return severity === ownSeverity ? finding : { ruleId, severity, ownSeverity, ...told };
};

/** Sorted by code unit, key by key; equal keys are ordered by the whole item, so that the input order never shows. */
const sortedBy = <T>(items: readonly T[], keysOf: (item: T) => readonly string[]): readonly T[] =>
  items.length < 2
    ? items
    : items
        .map((item) => ({ item, keys: keysOf(item) }))
        .sort(
          (left, right) =>
            compare(left.keys, right.keys) || byCodeUnit(JSON.stringify(left.item), JSON.stringify(right.item)),
        )
        .map(({ item }) => item);

const compare = (left: readonly string[], right: readonly string[]): number => {
  for (let index = 0; index < left.length; index += 1) {
    const order = byCodeUnit(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};
