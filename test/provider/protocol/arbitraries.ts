import fc from 'fast-check';
import {
  type Attribute,
  type Attributes,
  block,
  type Block,
  blockType,
  bool,
  computed,
  type CtyType,
  Dynamic,
  dynamic,
  listOf,
  mapOf,
  nested,
  type NestedBlock,
  type NestedType,
  type Nesting,
  number,
  objectOf,
  type ObjectValue,
  optional,
  optionalComputed,
  parseNumber,
  type Refinement,
  required,
  setOf,
  string,
  tupleOf,
  Unknown,
  type Value,
} from '../../../src/provider/protocol';
import { computeKey } from '../../../src/provider/protocol/cty/equal';
import { numberOfFloat, wholeNumber } from '../../../src/provider/protocol/cty/number';
import { attributeType } from '../../../src/provider/protocol/schema/schema';
import { isNested } from '../../../src/provider/protocol/schema/attribute';

/* Types, values, schemas and configurations, all legal, for property tests. */

const name = fc.constantFrom('a', 'b', 'c', 'id', 'plan', 'x_1');

const text = fc.string({ unit: 'grapheme', maxLength: 12 });

/** Numbers at the edges that lose digits elsewhere, and any others. */
export const anyNumber = fc.oneof(
  fc.constantFrom('9223372036854775808', '-9223372036854775808', '0.1', `1${'0'.repeat(40)}`, '1e-30').map(parseNumber),
  fc.integer().map((whole) => wholeNumber(BigInt(whole))),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(wholeNumber),
  fc.double({ noNaN: true }).map(numberOfFloat),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -60, max: 60 }))
    .map(([digits, exponent]) => parseNumber(`${digits}e${exponent}`)),
);

const scalar = fc.constantFrom(string, number, bool);

/** Any type. Sets hold no value of any type, as in Terraform. */
export const anyType = (depth = 3): fc.Arbitrary<CtyType> => typeOfDepth(depth, true);

const typeOfDepth = (depth: number, withDynamic: boolean): fc.Arbitrary<CtyType> => {
  if (depth === 0) return scalar;
  const inner = typeOfDepth(depth - 1, withDynamic);
  const plain = typeOfDepth(depth - 1, false);
  return fc.oneof(
    scalar,
    ...(withDynamic ? [fc.constant(dynamic)] : []),
    plain.map(listOf),
    plain.map(setOf),
    plain.map(mapOf),
    fc.dictionary(name, inner, { maxKeys: 3, noNullPrototype: true }).map(objectOf),
    fc.array(inner, { maxLength: 3 }).map(tupleOf),
  );
};

export type ValueOptions = { readonly nulls: boolean; readonly unknowns: boolean };

const refinement: fc.Arbitrary<Refinement> = fc.record(
  {
    nullable: fc.constant(false),
    prefix: text,
    lower: fc.record({ bound: anyNumber, inclusive: fc.boolean() }, { noNullPrototype: true }),
    upper: fc.record({ bound: anyNumber, inclusive: fc.boolean() }, { noNullPrototype: true }),
    lengthMin: fc.nat(),
    lengthMax: fc.nat(),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const anyUnknown = fc.oneof(
  fc.constant(new Unknown()),
  refinement.map((known) => new Unknown(known)),
);

/** Any value of the type. */
export const anyValue = (type: CtyType, options: ValueOptions): fc.Arbitrary<Value> => {
  const known = knownValue(type, options);
  const extras = [
    ...(options.nulls ? [{ arbitrary: fc.constant(null), weight: 1 }] : []),
    ...(options.unknowns ? [{ arbitrary: anyUnknown, weight: 1 }] : []),
  ];
  return fc.oneof({ arbitrary: known, weight: 5 }, ...extras);
};

const knownValue = (type: CtyType, options: ValueOptions): fc.Arbitrary<Value> => {
  switch (type.kind) {
    case 'string':
      return text;
    case 'bool':
      return fc.boolean();
    case 'number':
      return anyNumber;
    case 'dynamic':
      return typeOfDepth(1, false).chain((own) => anyValue(own, options).map((value) => new Dynamic(own, value)));
    case 'list':
      return fc.array(anyValue(type.element, options), { maxLength: 3 });
    case 'set':
      return elementsOfSet(type.element, anyValue(type.element, { ...options, unknowns: false }));
    case 'map':
      return members(
        fc.oneof(name, text, fc.constantFrom('__proto__', 'constructor')),
        anyValue(type.element, options),
      );
    case 'object':
      return objectWith(Object.entries(type.attributes).map(([key, one]) => [key, anyValue(one, options)] as const));
    case 'tuple':
      return fc.tuple(...type.elements.map((one) => anyValue(one, options)));
  }
};

const elementsOfSet = (type: CtyType, element: fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> =>
  fc.uniqueArray(element, { maxLength: 3, selector: (value) => computeKey(type, value) });

const members = (key: fc.Arbitrary<string>, value: fc.Arbitrary<Value>): fc.Arbitrary<ObjectValue> =>
  fc
    .uniqueArray(fc.tuple(key, value), { maxLength: 3, selector: ([one]) => one })
    .map((all) => Object.fromEntries(all));

const objectWith = (entries: readonly (readonly [string, fc.Arbitrary<Value>])[]): fc.Arbitrary<ObjectValue> =>
  fc
    .tuple(...entries.map(([, value]) => value))
    .map((values) => Object.fromEntries(entries.map(([key], index) => [key, values[index] ?? null])));

type Place = { readonly depth: number; readonly inSet: boolean };

const attributeNames = ['one', 'two', 'three', 'four'] as const;

/** Any schema that Terraform and the framework accept. */
export const anySchema = (place: Place = { depth: 2, inSet: false }): fc.Arbitrary<Block> =>
  fc.record(
    { attributes: anyAttributes(place), blocks: place.depth === 0 ? fc.constant({}) : anyBlocks(place) },
    { noNullPrototype: true },
  );

const anyAttributes = (place: Place): fc.Arbitrary<Attributes> =>
  fc.dictionary(fc.constantFrom(...attributeNames), anyAttribute(place), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  });

const nestings: readonly Nesting[] = ['single', 'list', 'set', 'map'];

const inner = (place: Place, nesting: Nesting): Place => ({
  depth: place.depth - 1,
  inSet: place.inSet || nesting === 'set',
});

const anyAttribute = (place: Place): fc.Arbitrary<Attribute> => {
  const plain = typeOfDepth(1, place.depth === 2);
  const type =
    place.depth === 0
      ? plain
      : fc.oneof(
          { arbitrary: plain, weight: 3 },
          {
            arbitrary: fc
              .constantFrom(...nestings)
              .chain((nesting) =>
                anyAttributes(inner(place, nesting)).map((attributes) => nested(nesting, attributes)),
              ),
            weight: 1,
          },
        );
  return type.chain((one) => anyPresence(one, place));
};

const anyPresence = (type: Attribute['type'], { inSet }: Place): fc.Arbitrary<Attribute> => {
  const replaces = fc.boolean().map((yes) => (yes && !inSet ? { replaces: true as const } : {}));
  const plain = replaces.chain((options) =>
    fc.constantFrom(required(type, undefined, options), optional(type, undefined, options)),
  );
  if (inSet) return plain;
  const fixed = fc.boolean().map((yes) => ({ fixed: yes }));
  const withDefault = anyValue(attributeType(optional(type)), { nulls: false, unknowns: false })
    .filter(() => !isNested(type))
    .map((value) => optional(type, undefined, { default: value }));
  return fc.oneof(
    plain,
    fixed.map((options) => computed(type, undefined, options)),
    fixed.map((options) => optionalComputed(type, undefined, options)),
    ...(isNested(type) ? [] : [withDefault]),
    ...(type === string ? [fc.constant(optional(string, undefined, { sameAs: sameLetters }))] : []),
  );
};

/** Texts that differ in case only say the same. */
export const sameLetters = (one: Value, other: Value): boolean =>
  typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();

const anyBlocks = (place: Place): fc.Arbitrary<Readonly<Record<string, NestedBlock>>> =>
  fc.dictionary(
    fc.constantFrom('left', 'right'),
    fc
      .constantFrom(...nestings)
      .chain((nesting) => anySchema(inner(place, nesting)).map((body) => block(nesting, body))),
    { maxKeys: 2, noNullPrototype: true },
  );

/** Any configuration that Terraform would accept for the schema. */
export const anyConfig = (schema: Block, options: { readonly unknowns: boolean }): fc.Arbitrary<ObjectValue> =>
  objectWith([
    ...attributeEntries(schema.attributes, options),
    ...Object.entries(schema.blocks ?? {}).map(([key, one]) => [key, blocksConfig(one, options)] as const),
  ]);

type ConfigOptions = { readonly unknowns: boolean };

const attributeEntries = (attributes: Attributes, options: ConfigOptions) =>
  Object.entries(attributes).map(([key, one]) => [key, attributeConfig(one, options)] as const);

const attributeConfig = (attribute: Attribute, options: ConfigOptions): fc.Arbitrary<Value> => {
  const { type, presence } = attribute;
  if (presence === 'computed') return fc.constant(null);
  const given = isNested(type)
    ? elementsConfig(type.nesting, objectOfAttributes(type, options), attributeType(attribute))
    : knownValue(type, { nulls: false, unknowns: options.unknowns });
  return fc.oneof(
    { arbitrary: given, weight: 4 },
    ...(presence === 'required' ? [] : [{ arbitrary: fc.constant(null), weight: 2 }]),
    ...(options.unknowns ? [{ arbitrary: anyUnknown, weight: 1 }] : []),
  );
};

const objectOfAttributes = ({ nesting, attributes }: NestedType, options: ConfigOptions): fc.Arbitrary<ObjectValue> =>
  objectWith(attributeEntries(attributes, nesting === 'set' ? { unknowns: false } : options));

const blocksConfig = (one: NestedBlock, options: ConfigOptions): fc.Arbitrary<Value> => {
  const body = anyConfig(one, one.nesting === 'set' ? { unknowns: false } : options);
  if (one.nesting === 'single') return fc.oneof(body, fc.constant(null));
  return elementsConfig(one.nesting, body, setOf(blockType(one)));
};

const elementsConfig = (nesting: Nesting, body: fc.Arbitrary<ObjectValue>, type: CtyType): fc.Arbitrary<Value> => {
  switch (nesting) {
    case 'single':
      return body;
    case 'list':
      return fc.array(body, { maxLength: 2 });
    case 'map':
      return members(name, body);
    case 'set':
      return elementsOfSet(type.kind === 'set' ? type.element : dynamic, body);
  }
};
