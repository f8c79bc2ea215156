import {
  isList,
  isNull,
  isObject,
  isUnknown,
  member,
  type ObjectValue,
  type Value,
} from '../../../src/provider/protocol';
import type { WireAttributes, WireBlock, WireNesting } from './wire-schema';

/** What Terraform proposes: the configuration, with computed values that it leaves out carried over from the prior state. */
export const proposeState = (block: WireBlock, prior: Value, config: ObjectValue): ObjectValue => ({
  ...proposeAttributes(block.attributes, prior, config),
  ...Object.fromEntries(
    [...block.blocks].map(([name, one]) => [
      name,
      proposeNested(one.nesting, member(prior, name), member(config, name), (before, after) =>
        proposeState(one.block, before, after),
      ),
    ]),
  ),
});

const proposeAttributes = (attributes: WireAttributes, prior: Value, config: ObjectValue): ObjectValue =>
  Object.fromEntries(
    [...attributes].map(([name, { computed, nested }]) => {
      const [before, after] = [member(prior, name), member(config, name)];
      if (computed && isNull(after)) return [name, before];
      if (nested === undefined) return [name, after];
      const walk = (one: Value, other: ObjectValue) => proposeAttributes(nested.attributes, one, other);
      return [name, proposeNested(nested.nesting, before, after, walk)];
    }),
  );

type Walk = (prior: Value, config: ObjectValue) => ObjectValue;

const proposeNested = (nesting: WireNesting, prior: Value, config: Value, walk: Walk): Value => {
  if (isNull(config) || isUnknown(config) || nesting === 'set') return config;
  if (nesting === 'single') return isObject(config) ? walk(prior, config) : config;
  if (isList(config)) {
    return config.map((one, index) => (isObject(one) ? walk(isList(prior) ? (prior[index] ?? null) : null, one) : one));
  }
  if (!isObject(config)) return config;
  return Object.fromEntries(
    Object.entries(config).map(([key, one]) => [key, isObject(one) ? walk(member(prior, key), one) : one]),
  );
};
