import type { AncestorBody, AnswerOf, Contract } from '../../api';

/**
 * Ancestors as a picture, the oldest on top:
 * ```
 * shop/orders (gone)
 * └─ forked at 2026-11-19T12:00:00Z, from backup … in google-europe-west1 (primary)
 *    shop/orders-staging
 * ```
 */
export const lineagePicture = (name: string, chain: readonly AncestorBody[], replicaOf?: string): string => {
  const oldestFirst = [...chain].reverse();
  const lines: string[] = [];
  oldestFirst.forEach((link, depth) => {
    const indent = '   '.repeat(depth);
    const gone = link.source_live ? '' : ' (gone)';
    lines.push(`${indent}${link.source_project}/${link.source_service}${gone}`);
    lines.push(`${indent}└─ state of ${link.recovery_point}, from backup ${link.backup_name}`);
    lines.push(`${indent}   in ${link.location} (${link.role})`);
  });
  const indent = '   '.repeat(oldestFirst.length);
  const root = replicaOf === undefined ? ' (not a fork)' : ` (a replica of ${replicaOf}, not a fork)`;
  return [...lines, `${indent}${name}${chain.length === 0 ? root : ''}`].join('\n');
};

/** The forks of a service, each below what it was forked from; [] where there are none. */
export const descendantsText = (page: AnswerOf<Contract['DescendantsGet']> | undefined): readonly string[] => {
  if (page === undefined || page.descendants.length === 0) return [];
  const more = page.next === null ? [] : ['  and more'];
  return [['Forks:', ...page.descendants.map(descendantText), ...more].join('\n')];
};

const descendantText = ({
  project,
  service_name: name,
  depth,
  ended_at: ended,
  lineage,
}: AnswerOf<Contract['DescendantsGet']>['descendants'][number]): string => {
  const gone = ended === null ? '' : ` (ended ${ended})`;
  const point = lineage === null ? '' : `, state of ${lineage.recovery_point}`;
  return `${'  '.repeat(depth)}${project}/${name}${gone}${point}`;
};
