import { type CtyType, hasDynamic, listOf, mapOf, objectOf, setOf } from '../cty/type';
import { isList, isObject, type ObjectValue, type Value } from '../cty/value';
import { type Attribute, type Attributes, isNested, type Nesting } from './attribute';

/** What a resource, data source or provider is configured with. */
export type Schema = Block & {
  /** Raised when states of before need `upgrades`. @default 0 */
  readonly version?: number;
};

export type Block = {
  readonly attributes: Attributes;
  readonly blocks?: Readonly<Record<string, NestedBlock>>;
  readonly description?: string;
  readonly deprecated?: boolean;
};

/** A block inside: `x { … }`. A `single` one may be left out; lists, sets and maps are then empty, never null. */
export type NestedBlock = Block & {
  readonly nesting: Nesting;
  /** @default 0 */
  readonly itemsMin?: number;
  /** 0 is no limit. @default 0 */
  readonly itemsMax?: number;
};

/** A nested block. `single` with `itemsMin: 1` must be there. */
export const block = (nesting: Nesting, body: Omit<NestedBlock, 'nesting'>): NestedBlock => ({ ...body, nesting });

/** The type of an attribute's value. */
export const attributeType = ({ type }: Attribute): CtyType =>
  isNested(type) ? collected(type.nesting, attributesType(type.attributes)) : type;

const attributesType = (attributes: Attributes): CtyType =>
  objectOf(Object.fromEntries(Object.entries(attributes).map(([name, one]) => [name, attributeType(one)])));

/** The type of the object that a block or a whole schema describes; worked out once for each. */
export const blockType = (inner: Block): CtyType => {
  const type = typesByBlock.get(inner) ?? typeOfBlock(inner);
  typesByBlock.set(inner, type);
  return type;
};

const typesByBlock = new WeakMap<Block, CtyType>();

const typeOfBlock = ({ attributes, blocks = {} }: Block): CtyType =>
  objectOf({
    ...Object.fromEntries(Object.entries(attributes).map(([name, one]) => [name, attributeType(one)])),
    ...Object.fromEntries(Object.entries(blocks).map(([name, one]) => [name, collected(one.nesting, blockType(one))])),
  });

const collected = (nesting: Nesting, element: CtyType): CtyType => {
  switch (nesting) {
    case 'single':
      return element;
    case 'list':
      return listOf(element);
    case 'set':
      return setOf(element);
    case 'map':
      return mapOf(element);
  }
};

/** Fills in what an author left out: null for attributes and single blocks, empty for other blocks, at any depth of blocks. */
export const complete = ({ attributes, blocks = {} }: Block, value: ObjectValue): ObjectValue => ({
  ...makeNulls(attributes),
  ...value,
  ...Object.fromEntries(
    Object.entries(blocks).map(([name, one]) => [
      name,
      completeBlock(one, Object.hasOwn(value, name) ? value[name] : undefined),
    ]),
  ),
});

/** The object whose every attribute is null; made once for each list of attributes. */
export const makeNulls = (attributes: Attributes): ObjectValue => {
  const nulls =
    nullsByAttributes.get(attributes) ?? Object.fromEntries(Object.keys(attributes).map((name) => [name, null]));
  nullsByAttributes.set(attributes, nulls);
  return nulls;
};

const nullsByAttributes = new WeakMap<Attributes, ObjectValue>();

const completeBlock = (inner: NestedBlock, value: Value | undefined): Value => {
  if (inner.nesting === 'single') return isObject(value) ? complete(inner, value) : (value ?? null);
  if (value === undefined || value === null) return inner.nesting === 'map' ? {} : [];
  if (isList(value)) return value.map((one) => (isObject(one) ? complete(inner, one) : one));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, isObject(one) ? complete(inner, one) : one]),
  );
};

/** Whether somewhere in the block a value of any type may be. */
export const holdsDynamic = (inner: Block): boolean => hasDynamic(blockType(inner));
