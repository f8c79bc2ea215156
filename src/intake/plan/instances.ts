import { moduleNames, type ConfigGraph, type ConfigNode } from './config-graph';
import type { PlannedResource } from './plan-file';

/** Finds the instances of the services that blocks of the configuration stand for. */
export class Instances {
  private readonly byBlock = new Map<string, PlannedResource[]>();

  constructor(
    services: readonly PlannedResource[],
    private readonly graph: ConfigGraph,
  ) {
    for (const service of services) {
      const key = nodeKey(locateNode(service));
      const kept = this.byBlock.get(key);
      if (kept) kept.push(service);
      else this.byBlock.set(key, [service]);
    }
  }

  /** The instances that a reference from `from` may mean: those of the same module instance and index first. */
  of(node: ConfigNode, from: PlannedResource): readonly PlannedResource[] {
    const all = this.byBlock.get(nodeKey(node)) ?? [];
    if (all.length <= 1) return all;
    const near = narrowed(all, ({ moduleAddress }) => moduleAddress === from.moduleAddress);
    if (node.instance !== undefined) return narrowed(near, ({ index }) => indexText(index) === node.instance);
    return from.index === undefined ? near : narrowed(near, ({ index }) => index === from.index);
  }

  /** The nearest services that Terraform makes before a resource, also through resources that are no services. */
  before(service: PlannedResource): readonly PlannedResource[] {
    const start = locateNode(service);
    const seen = new Set([nodeKey(start)]);
    const found = new Set<PlannedResource>();
    const open = [...this.graph.before(start)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const instances = this.of(next, service);
      for (const instance of instances) if (instance !== service) found.add(instance);
      const key = nodeKey(next);
      if (seen.has(key)) continue;
      seen.add(key);
      if (instances.length === 0) open.push(...this.graph.before(next));
    }
    return [...found];
  }
}

/** The block that an instance is made from. Never throws. */
export const locateNode = ({ moduleAddress, mode, type, name }: PlannedResource): ConfigNode => ({
  modules: moduleNames(moduleAddress),
  resource: `${mode === 'data' ? 'data.' : ''}${type}.${name}`,
});

/** Tells a block from every other one of the configuration. Never throws. */
export const nodeKey = ({ modules, resource }: ConfigNode): string => [...modules, resource].join('/');

const narrowed = <T>(items: readonly T[], is: (item: T) => boolean): readonly T[] => {
  const matching = items.filter(is);
  return matching.length === 0 ? items : matching;
};

const indexText = (index: string | number | undefined): string =>
  index === undefined ? '' : `[${JSON.stringify(index)}]`;
