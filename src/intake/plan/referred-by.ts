import { moduleNames, referencesIn, type ConfigGraph } from './config-graph';
import { findExpression } from './expression-of';
import { locateNode, type Instances } from './instances';
import type { PlannedResource } from './plan-file';

/** Where references are looked up. */
interface ReferenceLookup {
  readonly graph: ConfigGraph;
  readonly instances: Instances;
  readonly types: readonly string[];
}

/**
 * The resources of some types that an attribute may come from; [] when it may come from anything else too, such as a local value.
 * Never throws.
 */
export const referredBy = (
  from: PlannedResource,
  attribute: string,
  { graph, instances, types }: ReferenceLookup,
): readonly PlannedResource[] => {
  const modules = moduleNames(from.moduleAddress);
  const block = graph.block(modules, locateNode(from).resource);
  if (block === undefined) return [];
  const { nodes, opaque } = graph.resolve(modules, referencesIn(findExpression(block, [attribute])));
  const found = nodes.map((node) => instances.of(node, from).filter(({ type }) => types.includes(type)));
  return opaque || found.some((some) => some.length === 0) ? [] : [...new Set(found.flat())];
};
