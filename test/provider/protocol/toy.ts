import {
  type Block,
  blockType,
  type CtyType,
  Dynamic,
  isList,
  isObject,
  isUnknown,
  type ManagedResource,
  member,
  type ObjectValue,
  type Provider,
  string,
  unknown,
  type Value,
} from '../../../src/provider/protocol';
import { typeAt, findType } from '../../../src/provider/protocol/cty/equal';
import type { Attribute, Attributes } from '../../../src/provider/protocol';
import { isNested } from '../../../src/provider/protocol/schema/attribute';

/** A provider of one resource, `toy_thing`, that makes whatever was planned and chooses what was left to it. */
export const aToy = (schema: Block, overrides: Partial<ManagedResource<null>> = {}): Provider<null> => {
  const make = (planned: ObjectValue): ObjectValue => {
    const made = choose(blockType(schema), planned);
    return isObject(made) ? made : planned;
  };
  const thing: ManagedResource<null> = {
    typeName: 'toy_thing',
    schema,
    create: async (planned) => Promise.resolve({ state: make(planned) }),
    read: async (state) => Promise.resolve({ state }),
    update: async ({ planned }) => Promise.resolve({ state: make(planned) }),
    delete: async () => Promise.resolve([]),
    ...overrides,
  };
  return { schema: { attributes: {} }, configure: async () => Promise.resolve({ client: null }), resources: [thing] };
};

/** The value with something known wherever it was unknown. */
export const choose = (type: CtyType, value: Value): Value => {
  if (isUnknown(value)) return chosen(type);
  if (value instanceof Dynamic) return new Dynamic(value.type, choose(value.type, value.value));
  if (isList(value)) return value.map((one, index) => choose(typeAt(type, index), one));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, choose(findType(type, name), one)]));
};

const chosen = (type: CtyType): Value => {
  switch (type.kind) {
    case 'string':
      return 'made';
    case 'number':
      return 7;
    case 'bool':
      return true;
    case 'dynamic':
      return new Dynamic(string, 'made');
    case 'list':
    case 'set':
      return [];
    case 'map':
      return {};
    case 'tuple':
      return type.elements.map(chosen);
    case 'object':
      return Object.fromEntries(Object.entries(type.attributes).map(([name, one]) => [name, chosen(one)]));
  }
};

/** The configuration as a plan may see it: some values are known only after apply. Asks `isHidden` once per value. */
export const hide = (schema: Block, config: ObjectValue, isHidden: () => boolean): ObjectValue => ({
  ...hideAttributes(schema.attributes, config, isHidden),
  ...Object.fromEntries(
    Object.entries(schema.blocks ?? {}).map(([name, inner]) => [
      name,
      inner.nesting === 'set'
        ? member(config, name)
        : each(member(config, name), (one) => hide(inner, one, isHidden), inner.nesting === 'single'),
    ]),
  ),
});

const hideAttributes = (attributes: Attributes, config: ObjectValue, isHidden: () => boolean): ObjectValue =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      hideAttribute(attribute, member(config, name), isHidden),
    ]),
  );

const hideAttribute = ({ type, presence }: Attribute, value: Value, isHidden: () => boolean): Value => {
  if (presence === 'computed') return value;
  if (isHidden()) return unknown;
  if (!isNested(type) || type.nesting === 'set') return value;
  return each(value, (one) => hideAttributes(type.attributes, one, isHidden), type.nesting === 'single');
};

const each = (value: Value, walk: (one: ObjectValue) => ObjectValue, isSingle: boolean): Value => {
  if (isList(value)) return value.map((one) => (isObject(one) ? walk(one) : one));
  if (!isObject(value)) return value;
  if (isSingle) return walk(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, isObject(one) ? walk(one) : one]));
};
