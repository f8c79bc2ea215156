import { isJsonList, isJsonObject, type JsonObject } from '../../domain';
import { findFamily } from './families';
import { forkcastCarrier } from './families/forkcast-carrier';
import { moduleNames } from './config-graph';
import { locateNode, nodeKey } from './instances';
import { objectOr } from './marked-value';
import type { PlanContext } from './planned-service';

/**
 * Addresses of the services that a plan of a part does not show: instances that its record holds, and blocks of its configuration
 * without an instance in either. Never throws.
 */
export const listLeftOut = ({ plan }: Pick<PlanContext, 'plan'>): readonly string[] => {
  if (plan.extent === 'whole') return [];
  const recorded = plan.leftOut.filter((resource) => findFamily(resource.type)?.readAs(resource) !== undefined);
  const seen = new Set([...plan.resources, ...recorded].map((resource) => nodeKey(locateNode(resource))));
  const blocks = serviceBlocks(plan.configuration ?? {}, '').filter(({ key }) => !seen.has(key));
  return [...recorded, ...blocks].map(({ address }) => address).sort();
};

interface Block {
  readonly address: string;
  readonly key: string;
}

const serviceBlocks = (module: JsonObject, prefix: string): readonly Block[] => {
  const own = (isJsonList(module.resources) ? module.resources : []).filter(isJsonObject).filter(isServiceBlock);
  const calls = Object.entries(objectOr(module.module_calls));
  return [
    ...own.flatMap(({ address }) =>
      typeof address === 'string'
        ? [
            {
              address: `${prefix}${address}`,
              key: nodeKey({ modules: moduleNames(prefix.replace(/\.$/, '')), resource: address }),
            },
          ]
        : [],
    ),
    ...calls.flatMap(([name, call]) => serviceBlocks(objectOr(objectOr(call).module), `${prefix}module.${name}.`)),
  ];
};

/** Resources of the local-exec backend are told from others of their types by the command that they run. */
const isServiceBlock = ({ mode, type, provisioners }: JsonObject): boolean => {
  if (mode !== 'managed' || typeof type !== 'string' || findFamily(type) === undefined) return false;
  return !forkcastCarrier.isOne(type) || JSON.stringify(provisioners ?? []).includes('FORKCAST_OPERATION');
};
