import { backupRegionKey } from './backup-region';
import { isJudged } from './engine';
import { mayChange } from './live-change';
import { occasions, type Occasion, type Rule } from './rule';
import type { Subject } from './subject';

/**
 * Finds the rules that judge a service, in their order: looked up once for all services that are alike in what decides, so that nobody
 * asks the others for each of thousands. Never throws.
 */
export const judgingRules = (rules: readonly Rule[]): ((subject: Subject) => readonly Rule[]) => {
  const lists = new Map<string, readonly Rule[]>();
  return (subject) => {
    const { standing, remade, request } = subject;
    const isEnded = request.change?.kind === 'delete';
    let alike = `${standing} ${remade} ${isEnded}`;
    for (const occasion of occasions) if (occurs[occasion](subject)) alike += ` ${occasion}`;
    const isAsked = ({ only }: Rule): boolean => only === undefined || occurs[only](subject);
    const list = lists.get(alike) ?? rules.filter((rule) => isJudged(rule, subject) && isAsked(rule));
    lists.set(alike, list);
    return list;
  };
};

/** Of an unknown type nobody can tell. */
const occurs: Readonly<Record<Occasion, (subject: Subject) => boolean>> = {
  policies: ({ terms }) => (terms?.policies.length ?? 0) > 0,
  // An update may take a region out that it does not write.
  'backup-region': ({ type, request: { userConfig, change } }) =>
    !type.known || change?.kind === 'update' || Object.hasOwn(userConfig, backupRegionKey),
  disk: ({ request: { diskSpaceMb } }) => !diskSpaceMb.known || diskSpaceMb.value !== undefined,
  change: (subject) => !subject.type.known || mayChange(subject),
  'backup-name': ({ type, request: { userConfig } }) =>
    !type.known || Object.hasOwn(userConfig, 'recovery_basebackup_name'),
  // Of a source that is not known nobody can tell.
  secondary: ({ source, facts, request: { from } }) =>
    source.kind === 'unknown' || from === 'secondary' || (facts?.outages?.length ?? 0) > 0,
};
