import type { CardLineage, LineageNode } from '../../domain';
import { clip, html } from './escape';

const [rowHeight, pointHeight] = [46, 17];
const step = 26;
const longestName = 72;

interface Row {
  readonly node: LineageNode;
  readonly depth: number;
  readonly parentRow: number;
  readonly at: string | null;
  /** Drawn before, below another source. */
  readonly isAgain: boolean;
}

/** The lineage as a tree, a service on each line: it reads on a phone as it does on a desk. */
export const lineageSvg = (lineage: CardLineage): string => {
  const rows = layOutTree(lineage);
  const tops = rows.reduce<readonly number[]>(
    (before, { at }) => [...before, (before.at(-1) ?? 0) + rowHeight + (at === null ? 0 : pointHeight)],
    [0],
  );
  const lines = rows.flatMap(({ depth, parentRow }, row) => {
    if (parentRow < 0) return [];
    const [x, from, y] = [12 + (depth - 1) * step, (tops[parentRow] ?? 0) + 22, (tops[row] ?? 0) + 14];
    return [`<path class="line" d="M${x} ${from}V${y}H${x + step - 8}"/>`];
  });
  const marks = rows.map((row, index) => drawMark(row, tops[index] ?? 0));
  const longest = Math.max(
    ...rows.map(({ node, depth }) => depth * step + Math.max(Math.min(node.name.length, longestName) * 8.4, 230)),
  );
  const size = `width="${Math.ceil(40 + longest)}" height="${tops.at(-1) ?? 0}"`;
  return `<svg class="lineage" role="img" aria-label="Lineage of the forks" ${size}>${lines.join('')}${marks.join('')}</svg>`;
};

const drawMark = ({ node, depth, at, isAgain }: Row, top: number): string => {
  const [x, y] = [12 + depth * step, top + 14];
  const about = [isAgain ? 'as above' : node.cloud, node.state].filter((text) => text !== null).join(', ');
  return [
    `<circle class="${node.state}" cx="${x}" cy="${y}" r="7"/>`,
    `<text class="name" x="${x + 16}" y="${y + 4}">${html(clip(node.name, longestName))}</text>`,
    `<text class="faint" x="${x + 16}" y="${y + 21}">${html(about)}</text>`,
    at === null ? '' : `<text class="faint" x="${x + 16}" y="${y + 38}">as of ${html(at)}</text>`,
  ].join('');
};

const layOutTree = ({ nodes, edges }: CardLineage): readonly Row[] => {
  const byName = new Map(nodes.map((node) => [node.name, node] as const));
  const forksOf = new Map<string, { readonly fork: string; readonly at: string | null }[]>();
  for (const { source, fork, at } of edges) forksOf.set(source, [...(forksOf.get(source) ?? []), { fork, at }]);
  const hasSource = new Set(edges.filter(({ source, fork }) => source !== fork).map(({ fork }) => fork));
  const rows: Row[] = [];
  const drawn = new Set<string>();
  const draw = (name: string, place: Pick<Row, 'depth' | 'parentRow' | 'at'>): void => {
    const node = byName.get(name);
    if (node === undefined) return;
    const isAgain = drawn.has(name);
    const row = rows.push({ node, ...place, isAgain }) - 1;
    if (isAgain) return;
    drawn.add(name);
    for (const { fork, at } of forksOf.get(name) ?? []) draw(fork, { depth: place.depth + 1, parentRow: row, at });
  };
  const top = { depth: 0, parentRow: -1, at: null };
  for (const { name } of nodes) if (!hasSource.has(name)) draw(name, top);
  for (const { name } of nodes) if (!drawn.has(name)) draw(name, top);
  return rows;
};
