import type { LineageEdge } from './card-lineage';

/** A service, with what was forked from it. */
export interface LineageBranch<Node> {
  readonly node: Node;
  /** The state of its source that it was made with; null: it has no source here, or that is not known. */
  readonly at: string | null;
  /** It stands above already, below another source or in a ring, and its forks with it. */
  readonly isAgain: boolean;
  readonly forks: readonly LineageBranch<Node>[];
}

/** The trees that a lineage is: who has no source is a root, and of a ring its first. Never throws. */
export const growLineage = <Node extends { readonly name: string }>(
  nodes: readonly Node[],
  edges: readonly LineageEdge[],
): readonly LineageBranch<Node>[] => {
  const byName = new Map(nodes.map((node) => [node.name, node] as const));
  const forksOf = new Map<string, LineageEdge[]>(nodes.map(({ name }) => [name, []]));
  for (const edge of edges) forksOf.get(edge.source)?.push(edge);
  const isMade = ({ source, fork }: LineageEdge): boolean => source !== fork && byName.has(source);
  const hasSource = new Set(edges.filter(isMade).map(({ fork }) => fork));
  const grown = new Set<string>();
  const grow = (name: string, at: string | null): readonly LineageBranch<Node>[] => {
    const node = byName.get(name);
    if (node === undefined) return [];
    const isAgain = grown.has(name);
    grown.add(name);
    const forks = isAgain ? [] : (forksOf.get(name) ?? []).flatMap((edge) => grow(edge.fork, edge.at));
    return [{ node, at, isAgain, forks }];
  };
  const roots = [...nodes.filter(({ name }) => !hasSource.has(name)), ...nodes];
  return roots.flatMap(({ name }) => (grown.has(name) ? [] : grow(name, null)));
};

/** What stands beside the name of a service of a card: `google-europe-west1, live`. */
export const lineageWords = ({
  node: { cloud, state },
  isAgain,
}: LineageBranch<{ readonly cloud: string | null; readonly state: string }>): string =>
  [isAgain ? 'as above' : cloud, state].filter((text) => text !== null).join(', ');
