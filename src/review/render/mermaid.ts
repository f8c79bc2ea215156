import type { CardLineage, LineageNode } from '../../domain';
import { clip, mermaidLabel } from './escape';

const longestName = 60;

const classes: Readonly<Record<LineageNode['state'], string>> = {
  live: 'stroke-width:1px',
  new: 'stroke-width:2px,stroke-dasharray:5 3',
  replaced: 'stroke:#d1242f,stroke-width:3px',
  destroyed: 'stroke:#d1242f,stroke-width:3px,stroke-dasharray:5 3',
  gone: 'stroke-dasharray:2 4',
  unknown: 'stroke-dasharray:2 4',
};

/** The lineage as the text of a Mermaid graph, without its fence. Nodes are numbered, so that no name is part of the syntax. */
export const renderMermaid = ({ nodes, edges }: CardLineage): string => {
  const ids = new Map(nodes.map(({ name }, index) => [name, `n${index}`] as const));
  const states = [...new Set(nodes.map(({ state }) => state))].sort();
  return [
    'graph LR',
    ...nodes.map((node) => `  ${ids.get(node.name) ?? ''}["${writeLabel(node)}"]:::${node.state}`),
    ...edges.map(({ source, fork, at }) => {
      const label = at === null ? '' : `|"${mermaidLabel(at)}"|`;
      return `  ${ids.get(source) ?? ''} -->${label} ${ids.get(fork) ?? ''}`;
    }),
    ...states.map((state) => `  classDef ${state} ${classes[state]}`),
  ].join('\n');
};

const writeLabel = ({ name, cloud, state }: LineageNode): string =>
  [name, cloud, state === 'live' ? null : state]
    .flatMap((text) => (text === null ? [] : [mermaidLabel(clip(text, longestName))]))
    .join('<br/>');
