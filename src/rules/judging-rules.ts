import { backupRegionKey } from './backup-region';
import { isJudged } from './engine';
import type { Occasion, Rule } from './rule';
import type { Subject } from './subject';

/**
 * Finds the rules that judge a service, in their order: looked up once for all services that are alike in what decides, so that nobody
 * asks the others for each of thousands. Never throws.
 */
export const judgingRules = (rules: readonly Rule[]): ((subject: Subject) => readonly Rule[]) => {
  const lists = new Map<string, readonly Rule[]>();
  return (subject) => {
    const { standing, remade, request } = subject;
    const has: Readonly<Record<Occasion, boolean>> = {
      policies: hasPolicies(subject),
      'backup-region': mayAskForRegion(subject),
    };
    const isAsked = ({ only }: Rule): boolean => only === undefined || has[only];
    const alike = `${standing} ${remade} ${request.change?.kind === 'delete'} ${has.policies} ${has['backup-region']}`;
    const list = lists.get(alike) ?? rules.filter((rule) => isJudged(rule, subject) && isAsked(rule));
    lists.set(alike, list);
    return list;
  };
};

const hasPolicies = ({ terms }: Subject): boolean => (terms?.policies.length ?? 0) > 0;

/** Of an unknown type nobody can tell; an update may take a region out that it does not write. */
const mayAskForRegion = ({ type, request: { userConfig, change } }: Subject): boolean =>
  !type.known || change?.kind === 'update' || Object.hasOwn(userConfig, backupRegionKey);
