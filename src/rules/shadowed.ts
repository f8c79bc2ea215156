import type { Finding, Undecided } from '../domain';
import { listNeeds } from './list-needs';
import { oncePer } from './once-per';
import { worstOf, type Rule } from './rule';

interface Told {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

const shadowing = oncePer((rules: readonly Rule[]) => rules.filter(({ overshadows }) => overshadows !== undefined));

/**
 * What the rules say of a service, without the warnings that an error in it leaves beside the point: who forks a service of another type
 * need not hear what such a fork would lack. Never throws.
 */
export const withoutShadowed = <T extends Told>(told: T, rules: readonly Rule[]): T => {
  const isFound = (id: string): boolean => told.findings.some(({ ruleId }) => ruleId === id);
  const shadows = new Set(shadowing(rules).flatMap(({ id, overshadows = [] }) => (isFound(id) ? overshadows : [])));
  if (shadows.size === 0) return told;
  const beside = new Set(
    rules
      .filter((rule) => rule.scope === 'creation' && worstOf(rule) !== 'error')
      .filter((rule) => listNeeds(rule).some((need) => shadows.has(need)))
      .map(({ id }) => id),
  );
  return {
    ...told,
    findings: told.findings.filter(({ ruleId }) => !beside.has(ruleId)),
    undecided: told.undecided.filter(({ ruleId }) => !beside.has(ruleId)),
  };
};
