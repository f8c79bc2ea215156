import {
  type CtyType,
  Dynamic,
  equal,
  isList,
  isNull,
  isObject,
  isUnknown,
  isWhollyKnown,
  member,
  type Value,
} from '../../../src/provider/protocol';
import { typeAt, findType } from '../../../src/provider/protocol/cty/equal';
import {
  attributeType,
  type WireAttribute,
  type WireAttributes,
  type WireBlock,
  type WireNesting,
} from './wire-schema';

/* The laws of Terraform's core, written from its documentation, not from the provider's code: the two test each other. */

type Triple = { readonly prior: Value; readonly config: Value; readonly planned: Value };

/** Why core would say "Provider produced invalid plan"; empty when it would not. */
export const planFaults = (block: WireBlock, triple: Triple, path = ''): readonly string[] => [
  ...attributesFaults(block.attributes, triple, path),
  ...[...block.blocks].flatMap(([name, one]) =>
    nestedFaults(one.nesting, pick(triple, name), `${path}.${name}`, { isBlock: true }, (inner, where) =>
      planFaults(one.block, inner, where),
    ),
  ),
];

const pick = ({ prior, config, planned }: Triple, name: string): Triple => ({
  prior: member(prior, name),
  config: member(config, name),
  planned: member(planned, name),
});

const attributesFaults = (attributes: WireAttributes, triple: Triple, path: string): readonly string[] =>
  [...attributes].flatMap(([name, one]) => attributeFaults(one, pick(triple, name), `${path}.${name}`));

const attributeFaults = (attribute: WireAttribute, triple: Triple, path: string): readonly string[] => {
  const { prior, config, planned } = triple;
  if (attribute.writeOnly) return isNull(planned) ? [] : [`${path}: planned value for a write-only attribute`];
  const type = attributeType(attribute);
  if (equal(type, planned, config)) return [];
  if (!isNull(prior) && !isNull(config) && equal(type, planned, prior)) return [];
  if (attribute.computed && (!attribute.optional || isNull(config))) return [];
  if (isNull(config)) return [`${path}: planned value for a non-computed attribute`];
  const { nested } = attribute;
  if (nested === undefined) return [`${path}: planned value does not match config value`];
  return nestedFaults(nested.nesting, triple, path, { isBlock: false }, (inner, where) =>
    attributesFaults(nested.attributes, inner, where),
  );
};

const nestedFaults = (
  nesting: WireNesting,
  { prior, config, planned }: Triple,
  path: string,
  { isBlock }: { readonly isBlock: boolean },
  walk: (triple: Triple, path: string) => readonly string[],
): readonly string[] => {
  if (isNull(config) || isNull(planned)) {
    if (isBlock && nesting !== 'single') return [`${path}: a ${nesting} of blocks may not be null`];
    return isNull(config) === isNull(planned) ? [] : [`${path}: null must agree with the configuration`];
  }
  if (isUnknown(config)) return isUnknown(planned) ? [] : [`${path}: planned for an unknown configuration`];
  if (isUnknown(planned)) return [`${path}: planned unknown for configured value`];
  if (nesting === 'single') return walk({ prior, config, planned }, path);
  if (isList(config) && isList(planned)) {
    if (config.length !== planned.length) return [`${path}: length changed`];
    if (nesting === 'set') return [];
    return config.flatMap((one, index) =>
      walk(
        { prior: isList(prior) ? (prior[index] ?? null) : null, config: one, planned: planned[index] ?? null },
        `${path}[${index}]`,
      ),
    );
  }
  if (!isObject(config) || !isObject(planned)) return [`${path}: wrong kind`];
  const [wanted, got] = [Object.keys(config), Object.keys(planned)];
  if (wanted.length !== got.length || !wanted.every((key) => Object.hasOwn(planned, key)))
    return [`${path}: keys changed`];
  return wanted.flatMap((key) =>
    walk(
      { prior: member(prior, key), config: member(config, key), planned: member(planned, key) },
      `${path}[${JSON.stringify(key)}]`,
    ),
  );
};

/** Why core would call a later plan, or the result of an apply, inconsistent with what was planned before. */
export const consistencyFaults = (type: CtyType, planned: Value, actual: Value, path = ''): readonly string[] => {
  if (isUnknown(planned)) return [];
  if (equal(type, planned, actual)) return [];
  if (planned instanceof Dynamic && actual instanceof Dynamic) {
    return consistencyFaults(planned.type, planned.value, actual.value, path);
  }
  if (isList(planned) && isList(actual) && planned.length === actual.length) {
    if (type.kind === 'set') return isWhollyKnown(planned) ? [`${path}: the set changed`] : [];
    return planned.flatMap((one, index) =>
      consistencyFaults(typeAt(type, index), one, actual[index] ?? null, `${path}[${index}]`),
    );
  }
  if (isObject(planned) && isObject(actual) && Object.keys(planned).length === Object.keys(actual).length) {
    return Object.keys(planned).flatMap((name) =>
      Object.hasOwn(actual, name)
        ? consistencyFaults(findType(type, name), planned[name] ?? null, actual[name] ?? null, `${path}.${name}`)
        : [`${path}.${name}: vanished`],
    );
  }
  return [`${path}: changed between plan and apply`];
};
