import { type CtyType, listOf, mapOf, objectOf, setOf } from '../../../src/provider/protocol';
import { parseType } from '../../../src/provider/protocol/cty/type';
import type { Fields } from '../../../src/provider/protocol/wire/protobuf';

/* A schema as Terraform reads it from the wire, apart from the provider's own declarations. */

export type WireNesting = 'single' | 'list' | 'set' | 'map';

export type WireAttribute = {
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly writeOnly: boolean;
  readonly type: CtyType | undefined;
  readonly nested: { readonly nesting: WireNesting; readonly attributes: WireAttributes } | undefined;
};

export type WireAttributes = ReadonlyMap<string, WireAttribute>;

export type WireBlock = {
  readonly attributes: WireAttributes;
  readonly blocks: ReadonlyMap<string, { readonly nesting: WireNesting; readonly block: WireBlock }>;
};

export type WireSchema = { readonly version: number; readonly block: WireBlock; readonly identity?: CtyType };

const nestings: readonly (WireNesting | undefined)[] = [undefined, 'single', 'list', 'set', 'map'];

const nestingOf = (number: number): WireNesting => {
  const nesting = nestings[number];
  if (nesting === undefined) throw new RangeError(`Nesting ${number} is not used.`);
  return nesting;
};

export const readSchema = (fields: Fields): WireSchema => {
  const block = fields.message(2);
  if (block === undefined) throw new RangeError('The schema has no block.');
  return { version: fields.int(1), block: readBlock(block) };
};

const readBlock = (fields: Fields): WireBlock => ({
  attributes: readAttributes(fields.messages(2)),
  blocks: new Map(
    fields.messages(3).map((one) => {
      const block = one.message(2);
      if (block === undefined) throw new RangeError('The nested block has no block.');
      return [one.text(1), { nesting: nestingOf(one.int(3)), block: readBlock(block) }];
    }),
  ),
});

const readAttributes = (all: readonly Fields[]): WireAttributes =>
  new Map(
    all.map((one) => {
      const [type, nested] = [one.bytes(2), one.message(10)];
      return [
        one.text(1),
        {
          required: one.bool(4),
          optional: one.bool(5),
          computed: one.bool(6),
          writeOnly: one.bool(11),
          type: type === undefined ? undefined : parseType(JSON.parse(Buffer.from(type).toString())),
          nested:
            nested === undefined
              ? undefined
              : { nesting: nestingOf(nested.int(3)), attributes: readAttributes(nested.messages(1)) },
        },
      ];
    }),
  );

/** The type that Terraform implies from a block: an object with every attribute and block. */
export const impliedType = (block: WireBlock): CtyType => {
  const type = implied.get(block) ?? typeOfBlock(block);
  implied.set(block, type);
  return type;
};

const implied = new WeakMap<WireBlock, CtyType>();

const typeOfBlock = ({ attributes, blocks }: WireBlock): CtyType =>
  objectOf({
    ...attributesType(attributes),
    ...Object.fromEntries([...blocks].map(([name, one]) => [name, collection(one.nesting, impliedType(one.block))])),
  });

const attributesType = (attributes: WireAttributes): Record<string, CtyType> =>
  Object.fromEntries([...attributes].map(([name, one]) => [name, attributeType(one)]));

export const attributeType = ({ type, nested }: WireAttribute): CtyType => {
  if (nested !== undefined) return collection(nested.nesting, objectOf(attributesType(nested.attributes)));
  if (type === undefined) throw new RangeError('The attribute has neither a type nor nested attributes.');
  return type;
};

const collection = (nesting: WireNesting, element: CtyType): CtyType => {
  if (nesting === 'single') return element;
  return { list: listOf, set: setOf, map: mapOf }[nesting](element);
};
