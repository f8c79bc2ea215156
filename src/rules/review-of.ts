import {
  known,
  unknown,
  type Acknowledgement,
  type Catalogue,
  type EpochMs,
  type Facts,
  type Finding,
  type Holding,
  type JudgedBy,
  type Review,
  type ReviewedService,
  type ServiceRequest,
  type Severity,
  type Undecided,
} from '../domain';
import { acknowledge } from './acknowledgements';
import { isRenamed, priorKey, requestKey, type Configuration } from './configuration';
import { findingOf, verdictOf } from './engine';
import { allRules } from './list';
import type { OwnRules } from './own/read-own-rules';
import type { Policy } from './policy';
import { severityRank, worstOf, type Rule } from './rule';
import { withSensitive } from './sensitive';
import type { Subject } from './subject';
import { subjectsOf } from './subjects';

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
  /** What the services are a part of; the others of it are only their neighbours. @default they are all of it */
  readonly within?: Configuration;
  /** Those of a file, for the whole configuration or `within` an address. */
  readonly acknowledgements?: readonly Acknowledgement[];
}

/** A review, with what the rules knew when they made it: its card is made from that. */
export interface JudgedReview extends Review {
  readonly facts: Facts | undefined;
  /** What was known of each of its services, by address. */
  readonly subjects: readonly Subject[];
}

/**
 * Judges every declared service by every rule. What cannot be decided is listed with the facts it missed; nothing
 * depends on the order of the requests.
 * @throws BugError naming the rule, when a rule throws.
 */
export const reviewOf = (requests: readonly ServiceRequest[], options: ReviewOptions): JudgedReview => {
  const { facts, own, policy } = options;
  const rules = [...(options.rules ?? allRules), ...(own?.rules ?? [])];
  const instant = facts?.now ?? options.now;
  const now = instant === undefined ? unknown('not-fetched') : known(instant);
  const subjects = subjectsOf(requests, {
    facts,
    now: instant,
    catalogue: facts?.catalogue ?? options.catalogue,
    within: options.within,
  });
  const byAddress = new Map(requests.map((request) => [request.address, request]));
  const requestAt = (address: string): ServiceRequest | undefined => byAddress.get(address);
  const judged: Judged = { findings: [], undecided: [], holdings: [] };
  const { findings, undecided, holdings } = judged;
  const told = sortedBy(
    requests.filter(({ change }) => change?.kind !== 'read' || change.letGo !== undefined),
    ({ address }) => [address],
  ).map(subjects);
  for (const subject of told)
    if (subject.request.change?.kind !== 'read') judge(subject, { rules, policy, requestAt }, judged);
  const filed = options.acknowledgements ?? [];
  const living = new Set(requests.filter((request) => stays(subjects(request))).map(({ address }) => address));
  const acknowledged = acknowledge(findings, {
    requests,
    filed,
    rules,
    undecided,
    living,
    now,
    hasFacts: facts !== undefined,
  });
  return {
    formatVersion: 1,
    now: instant ?? null,
    factsOrigin: facts?.origin ?? null,
    services: told.map(reviewed),
    findings: sortedBy(acknowledged.findings, ({ address, severity, ruleId }) => [
      address,
      `${severityRank[severity]}`,
      ruleId,
    ]),
    undecided: sortedBy(undecided, ({ address, ruleId }) => [address, ruleId]),
    holdings: sortedBy(holdings, ({ address, ruleId }) => [address, ruleId]),
    staleAcknowledgements: acknowledged.stale,
    judgedBy: judgedBy(own, policy),
    facts,
    subjects: told,
  };
};

const judgedBy = (own: OwnRules | undefined, policy: Policy | undefined): JudgedBy => ({
  ruleSets: [{ name: 'forkcast', from: null, rules: [] }, ...(own?.sets ?? [])],
  policy: policy === undefined ? null : { path: policy.path, sha256: policy.sha256 },
});

const stays = ({ standing, remade }: Subject): boolean => standing === 'live' && !remade;

/** What the rules have said so far. */
interface Judged {
  readonly findings: Finding[];
  readonly undecided: Undecided[];
  readonly holdings: Holding[];
}

const judge = (
  subject: Subject,
  {
    rules,
    policy,
    requestAt,
  }: {
    readonly rules: readonly Rule[];
    readonly policy: Policy | undefined;
    readonly requestAt: (address: string) => ServiceRequest | undefined;
  },
  { findings, undecided, holdings }: Judged,
): void => {
  const { address } = subject.request;
  for (const rule of rules) {
    const verdict = verdictOf(rule, subject);
    const severity = policy?.severities.get(rule.id);
    if (verdict.kind === 'violated') findings.push(withSeverity(findingOf(rule, subject, verdict), severity));
    else if (verdict.kind === 'undecided')
      undecided.push({
        ruleId: rule.id,
        severity: severity ?? worstOf(rule),
        address,
        missing: withSensitive(verdict.missing, requestAt),
      });
    else if (verdict.kind === 'pass' && verdict.validUntil !== undefined)
      holdings.push({ ruleId: rule.id, address, validUntil: verdict.validUntil });
  }
};

const withSeverity = (finding: Finding, severity: Severity = finding.severity): Finding =>
  severity === finding.severity ? finding : { ...finding, severity, ownSeverity: finding.severity };

const reviewed = ({ request, standing, isFork, remade }: Subject): ReviewedService => {
  const { address, change } = request;
  const priorName = isRenamed(request) ? priorKey(request) : undefined;
  const service = {
    address,
    name: requestKey(request) ?? null,
    ...(priorName === undefined ? {} : { priorName }),
    standing,
    fork: isFork,
    ...(request.declaredAt === undefined ? {} : { declaredAt: request.declaredAt }),
  };
  if (change === undefined) return remade ? { ...service, remade } : service;
  const { kind, reasons, why, movedFrom, imported, letGo } = change;
  const told = {
    kind,
    reasons,
    ...(why === undefined ? {} : { why }),
    ...(movedFrom === undefined ? {} : { movedFrom }),
    ...(imported ? { imported } : {}),
    ...(letGo === undefined ? {} : { letGo }),
  };
  return { ...service, change: told };
};

/** Sorted by code unit, key by key; equal keys are ordered by the whole item, so that the input order never shows. */
const sortedBy = <T>(items: readonly T[], keysOf: (item: T) => readonly string[]): readonly T[] =>
  items
    .map((item) => ({ item, keys: keysOf(item) }))
    .sort(
      (left, right) =>
        compare(left.keys, right.keys) || compareText(JSON.stringify(left.item), JSON.stringify(right.item)),
    )
    .map(({ item }) => item);

const compare = (left: readonly string[], right: readonly string[]): number => {
  for (let index = 0; index < left.length; index += 1) {
    const order = compareText(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
