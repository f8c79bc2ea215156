import {
  byCodeUnit,
  nearestName,
  toRfc3339,
  type Acknowledgement,
  type CardStaleAcknowledgement,
  type EpochMs,
  type Fact,
  type Finding,
  type ServiceRequest,
  type Undecided,
} from '../domain';
import { listNeeds } from './list-needs';
import type { Rule } from './rule';

/** What acknowledging needs to know of a run. */
interface AcknowledgementContext {
  readonly requests: readonly ServiceRequest[];
  /** Those of a file: they apply wherever `within` lets them. */
  readonly filed: readonly Acknowledgement[];
  readonly rules: readonly Rule[];
  readonly undecided: readonly Undecided[];
  /** Addresses of services that live and stay: what is judged at creation is not judged of them. */
  readonly living: ReadonlySet<string>;
  readonly now: Fact<EpochMs>;
  /** Whether a registry told what it has; else only the built-in catalogue is known. */
  readonly hasFacts: boolean;
}

interface Found {
  readonly findings: readonly Finding[];
}

/** What was found with its acknowledgements, and the acknowledgements that are of no use. */
interface Acknowledged<T> {
  readonly services: readonly T[];
  readonly stale: readonly CardStaleAcknowledgement[];
}

/**
 * Whether a registry surely refuses what a finding is of: not where nothing is asked of it, and not where only the built-in catalogue
 * speaks, which may be older than what the vendor sells by now. Never throws.
 */
const isSurelyRefused = (
  { severity, ownSeverity = severity, planOnly }: Finding,
  rule: Rule,
  { change, hasFacts }: { readonly change: ServiceRequest['change']; readonly hasFacts: boolean },
): boolean =>
  ownSeverity === 'error' &&
  rule.predicts.length > 0 &&
  planOnly !== true &&
  change?.kind !== 'no-op' &&
  (hasFacts || !listNeeds(rule).includes('catalogue'));

/** Marks the findings that someone accepted, and reports acknowledgements that no finding needs. Never throws. */
export const acknowledge = <T extends Found>(
  services: readonly T[],
  context: AcknowledgementContext,
): Acknowledged<T> => {
  if (context.filed.length === 0 && context.requests.every(({ acknowledgements }) => acknowledgements.length === 0))
    return { services, stale: [] };
  const rules = new Map(context.rules.map((rule) => [rule.id, rule]));
  const requests = new Map(context.requests.map((request) => [request.address, request]));
  const used = new Set<string>();
  const refused = new Set<string>();
  const marked = (finding: Finding): Finding => {
    const rule = rules.get(finding.ruleId);
    const matching = candidates(requests.get(finding.address), context.filed).filter(
      (item) => item.ruleId === finding.ruleId && covers(item, finding.address) && !hasEnded(item, context.now),
    );
    const [first] = matching;
    if (first === undefined || rule === undefined) return finding;
    const change = requests.get(finding.address)?.change;
    const accepted = !isSurelyRefused(finding, rule, { change, hasFacts: context.hasFacts });
    for (const item of matching) (accepted ? used : refused).add(keyOf(item));
    return accepted ? { ...finding, acknowledged: tellAcknowledgement(first) } : finding;
  };
  const told = services.map((service) => ({ ...service, findings: service.findings.map(marked) }));
  return { services: told, stale: staleOnes(context, { rules, used, refused }) };
};

const candidates = (
  request: ServiceRequest | undefined,
  filed: readonly Acknowledgement[],
): readonly Acknowledgement[] => [...(request?.acknowledgements ?? []), ...filed];

const tellAcknowledgement = ({ reason, until, scope }: Acknowledgement): NonNullable<Finding['acknowledged']> => ({
  reason,
  until: until === undefined ? null : toRfc3339(until),
  scope,
});

const covers = ({ within }: Acknowledgement, address: string): boolean =>
  within === undefined || address === within || ['/', '.', '['].some((mark) => address.startsWith(within + mark));

const hasEnded = ({ until }: Acknowledgement, now: Fact<EpochMs>): boolean =>
  until !== undefined && now.known && now.value > until;

const keyOf = ({ ruleId, reason, until, scope, within }: Acknowledgement): string =>
  JSON.stringify([scope, ruleId, within ?? null, reason, until ?? null]);

const staleOnes = (
  { requests, filed, undecided, living, now }: AcknowledgementContext,
  seen: {
    readonly rules: ReadonlyMap<string, Rule>;
    readonly used: ReadonlySet<string>;
    readonly refused: ReadonlySet<string>;
  },
): readonly CardStaleAcknowledgement[] => {
  const reach = new Map<
    string,
    { readonly acknowledgement: Acknowledgement; readonly addresses: Set<string> | 'all' }
  >();
  for (const acknowledgement of filed) reach.set(keyOf(acknowledgement), { acknowledgement, addresses: 'all' });
  for (const { address, acknowledgements } of requests) {
    for (const acknowledgement of acknowledgements) {
      const known = reach.get(keyOf(acknowledgement));
      if (known === undefined) reach.set(keyOf(acknowledgement), { acknowledgement, addresses: new Set([address]) });
      else if (known.addresses !== 'all') known.addresses.add(address);
    }
  }
  return [...reach]
    .sort(([left], [right]) => byCodeUnit(left, right))
    .flatMap(([key, { acknowledgement, addresses }]): readonly CardStaleAcknowledgement[] => {
      const { ruleId } = acknowledgement;
      const stale = (why: CardStaleAcknowledgement['why']) => [
        { ruleId, ...tellAcknowledgement(acknowledgement), why },
      ];
      if (!seen.rules.has(ruleId)) return isOfOthers(ruleId, [...seen.rules.keys()]) ? [] : stale('no-such-rule');
      if (hasEnded(acknowledgement, now)) return stale('ended');
      if (seen.used.has(key)) return [];
      if (seen.refused.has(key)) return stale('cannot-be-acknowledged');
      const reaches = (address: string): boolean =>
        covers(acknowledgement, address) && (addresses === 'all' || addresses.has(address));
      const isOfCreation = seen.rules.get(ruleId)?.scope === 'creation';
      const open =
        undecided.some((one) => one.ruleId === ruleId && reaches(one.address)) ||
        (isOfCreation && [...living].some(reaches));
      return open ? [] : stale('no-such-finding');
    });
};

/** An id of somebody's own rule, whose set does not judge here: of a namespace that nobody here has, and near no id. */
const isOfOthers = (ruleId: string, ids: readonly string[]): boolean => {
  const [namespace = '', fault] = ruleId.split('/', 2);
  return (
    fault !== undefined && !ids.some((id) => id.startsWith(`${namespace}/`)) && nearestName(ruleId, ids) === undefined
  );
};
