import { typeJson } from '../cty/type';
import { boolField, bytesField, intField, message, messagesField, textField } from '../wire/protobuf';
import { type Attribute, isComputed, isNested, type NestedType, type Nesting } from './attribute';
import type { Block, NestedBlock, Schema } from './schema';

const nestingNumber: Readonly<Record<Nesting, number>> = { single: 1, list: 2, set: 3, map: 4 };

const markdown = 1;

/** The wire form of a schema. */
export const encodeSchema = (schema: Schema): Uint8Array =>
  message(intField(1, schema.version), bytesField(2, encodeBlock(schema)));

const encodeBlock = ({ attributes, blocks = {}, description, deprecated }: Block): Uint8Array =>
  message(
    messagesField(
      2,
      Object.entries(attributes).map(([name, attribute]) => encodeAttribute(name, attribute)),
    ),
    messagesField(
      3,
      Object.entries(blocks).map(([name, inner]) => encodeNestedBlock(name, inner)),
    ),
    textField(4, description),
    intField(5, description === undefined ? 0 : markdown),
    boolField(6, deprecated),
  );

const encodeAttribute = (name: string, attribute: Attribute): Uint8Array => {
  const { type, presence, description, sensitive, deprecated, writeOnly } = attribute;
  return message(
    textField(1, name),
    isNested(type) ? [] : bytesField(2, Buffer.from(JSON.stringify(typeJson(type)))),
    textField(3, description),
    boolField(4, presence === 'required'),
    boolField(5, presence === 'optional' || presence === 'optional-computed'),
    boolField(6, isComputed(attribute)),
    boolField(7, sensitive),
    intField(8, description === undefined ? 0 : markdown),
    boolField(9, deprecated),
    isNested(type) ? bytesField(10, encodeNestedType(type)) : [],
    boolField(11, writeOnly),
  );
};

const encodeNestedType = ({ nesting, attributes }: NestedType): Uint8Array =>
  message(
    messagesField(
      1,
      Object.entries(attributes).map(([name, attribute]) => encodeAttribute(name, attribute)),
    ),
    intField(3, nestingNumber[nesting]),
  );

const encodeNestedBlock = (name: string, inner: NestedBlock): Uint8Array =>
  message(
    textField(1, name),
    bytesField(2, encodeBlock(inner)),
    intField(3, nestingNumber[inner.nesting]),
    intField(4, inner.itemsMin),
    intField(5, inner.nesting === 'single' ? inner.itemsMin : inner.itemsMax),
  );
