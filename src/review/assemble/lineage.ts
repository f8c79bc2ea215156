import {
  byCodeUnit,
  serviceKey,
  toRfc3339,
  type CardLineage,
  type CardService,
  type Facts,
  type LineageEdge,
  type LineageNode,
} from '../../domain';

/** Ancestors of one source that are followed. */
const mostAncestors = 20;

/** The picture of where the forks of a review come from, with the ancestors that the facts know. */
export const drawLineage = (services: readonly CardService[], facts: Facts | undefined): CardLineage => {
  const nodes = new Map<string, LineageNode>();
  const edges = new Map<string, LineageEdge>();
  const forks = services.filter(({ fork }) => fork !== null);
  for (const service of forks) {
    const name = chooseName(service);
    nodes.set(name, { name, state: chooseState(service), cloud: service.side.cloud });
  }
  const known = new Map(services.map((service) => [chooseName(service), service] as const));
  for (const service of forks) {
    const { fork } = service;
    const source = fork?.source.name ?? null;
    if (fork === null || source === null) continue;
    addNode(nodes, source, { facts, declared: known.get(source), fallback: fork.source.standing });
    const edge = { source, fork: chooseName(service), at: fork.point.at };
    edges.set(buildKey(edge), edge);
    addAncestors(nodes, edges, source, facts);
  }
  return {
    nodes: sortedByText([...nodes.values()], ({ name }) => name),
    edges: sortedByText([...edges.values()], buildKey),
  };
};

const chooseName = ({ side, address }: CardService): string => side.name ?? address;

const buildKey = ({ source, fork }: LineageEdge): string => JSON.stringify([source, fork]);

const chooseState = ({ change, standing }: CardService): LineageNode['state'] => {
  if (change.kind === 'replace') return 'replaced';
  return change.kind === 'delete' ? 'destroyed' : standing;
};

const addNode = (
  nodes: Map<string, LineageNode>,
  name: string,
  about: {
    readonly facts: Facts | undefined;
    readonly declared: CardService | undefined;
    readonly fallback: 'live' | 'declared' | 'terminated' | 'absent' | 'unknown';
  },
): void => {
  if (nodes.has(name)) return;
  const live = about.facts?.services.get(name);
  const { declared } = about;
  if (declared !== undefined) {
    nodes.set(name, { name, state: chooseState(declared), cloud: declared.side.cloud });
    return;
  }
  const gone = about.fallback === 'terminated' || about.fallback === 'absent';
  const fallback = about.fallback === 'declared' ? 'new' : gone ? 'gone' : 'unknown';
  nodes.set(name, { name, state: live ? 'live' : fallback, cloud: live?.cloud ?? null });
};

const addAncestors = (
  nodes: Map<string, LineageNode>,
  edges: Map<string, LineageEdge>,
  from: string,
  facts: Facts | undefined,
): void => {
  let fork = from;
  for (let step = 0; step < mostAncestors; step += 1) {
    const lineage = facts?.services.get(fork)?.lineage;
    if (!lineage) return;
    const source = serviceKey({ project: lineage.sourceProject, service: lineage.sourceService });
    const edge = { source, fork, at: toRfc3339(lineage.recoveryPoint) };
    if (edges.has(buildKey(edge))) return;
    edges.set(buildKey(edge), edge);
    addNode(nodes, source, { facts, declared: undefined, fallback: 'absent' });
    fork = source;
  }
};

/** Sorts by a text of each item; items of the same text by all that they hold, so that the order of the input never shows. */
const sortedByText = <T>(items: readonly T[], textOf: (item: T) => string): readonly T[] =>
  items
    .map((item) => ({ item, text: textOf(item) }))
    .sort(
      (left, right) =>
        byCodeUnit(left.text, right.text) || byCodeUnit(JSON.stringify(left.item), JSON.stringify(right.item)),
    )
    .map(({ item }) => item);
