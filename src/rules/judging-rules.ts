import { isJudged } from './engine';
import type { Rule } from './rule';
import type { Subject } from './subject';

/**
 * Finds the rules that judge a service, in their order: looked up once for all services that stand alike, so that nobody asks the
 * others for each of thousands. Never throws.
 */
export const judgingRules = (rules: readonly Rule[]): ((subject: Subject) => readonly Rule[]) => {
  const lists = new Map<string, readonly Rule[]>();
  return (subject) => {
    const { standing, remade, request } = subject;
    const alike = `${standing} ${remade} ${request.change?.kind === 'delete'}`;
    const list = lists.get(alike) ?? rules.filter((rule) => isJudged(rule, subject));
    lists.set(alike, list);
    return list;
  };
};
