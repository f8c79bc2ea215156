import { growLineage, lineageWords, type CardLineage, type LineageBranch, type LineageNode } from '../../domain';

/** Of more services than this a text lists the first: the others are in the other forms of the card. */
const mostLines = 12;

/** The lineage as a tree of lines, forks below what they were forked from; none where nothing is forked. */
export const lineageText = ({ nodes, edges }: CardLineage): readonly string[] => {
  if (edges.length === 0) return [];
  const lines = growLineage(nodes, edges).flatMap((root) => [writeNode(root), ...writeForks(root, '')]);
  const more = lines.length - mostLines;
  return more <= 0 ? lines : [...lines.slice(0, mostLines), `… and ${more} more: forkcast review --format html`];
};

const writeForks = ({ forks }: LineageBranch<LineageNode>, margin: string): readonly string[] =>
  forks.flatMap((fork, index) => {
    const [own, below] = index === forks.length - 1 ? ['└─ ', '   '] : ['├─ ', '│  '];
    return [`${margin}${own}${writeNode(fork)}`, ...writeForks(fork, margin + below)];
  });

const writeNode = (branch: LineageBranch<LineageNode>): string =>
  `${branch.node.name}   ${lineageWords(branch)}${branch.at === null ? '' : `, as of ${branch.at}`}`;
