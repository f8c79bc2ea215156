import { growLineage, lineageWords, type CardLineage, type LineageBranch, type LineageNode } from '../../domain';
import { clip, html } from './escape';

const longestName = 72;

/** The lineage as a tree, a service on each line: it reads on a phone as it does on a desk. */
export const lineageTree = ({ nodes, edges }: CardLineage): string => writeList(growLineage(nodes, edges));

const writeList = (branches: readonly LineageBranch<LineageNode>[]): string =>
  branches.length === 0 ? '' : `<ul class="tree">${branches.map(writeBranch).join('')}</ul>`;

const writeBranch = (branch: LineageBranch<LineageNode>): string => {
  const { node, at, forks } = branch;
  const isLost = node.state === 'replaced' || node.state === 'destroyed';
  return [
    `<li><strong>${html(clip(node.name, longestName))}</strong>`,
    ` <span class="${isLost ? 'error' : 'faint'}">${html(lineageWords(branch))}</span>`,
    at === null ? '' : `<p class="faint">as of ${html(at)}</p>`,
    writeList(forks),
    '</li>',
  ].join('');
};
