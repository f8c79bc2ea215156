import { ValueError } from '../error';
import { MsgpackReader, type Token } from '../wire/msgpack-reader';
import { MsgpackWriter } from '../wire/msgpack-writer';
import { typeAt } from './equal';
import { findLayout } from './layout';
import { toFloat, numberOfFloat, numberText, parseNumber, wholeNumber, toWhole } from './number';
import { type CtyType, depthMax, parseType, typeJson } from './type';
import { readRefinement, refinedExtension, writeRefinement } from './refinement';
import { Dynamic, isList, isNumber, isObject, type ObjectValue, Unknown, unknown, type Value } from './value';

const [int64Min, int64Max] = [-(2n ** 63n), 2n ** 63n - 1n];

/** The msgpack form of a value of the type. @throws ValueError when the value does not fit the type. */
export const encodeValue = (type: CtyType, value: Value): Uint8Array => {
  const writer = new MsgpackWriter();
  write(writer, type, value, '');
  return writer.finish();
};

/** Reads the msgpack form of a value of the type. @throws ValueError, WireError */
export const decodeValue = (type: CtyType, bytes: Uint8Array): Value => {
  const reader = new MsgpackReader(bytes);
  const value = read(reader, type, 0);
  if (!reader.isDone) throw new ValueError('A value is followed by bytes that do not belong to it.');
  return value;
};

type ObjectType = Extract<CtyType, { readonly kind: 'object' }>;

const write = (writer: MsgpackWriter, type: CtyType, value: Value, path: string): void => {
  if (value === null) return writer.nil();
  if (value instanceof Unknown) return writeUnknown(writer, value);
  if (type.kind === 'dynamic') {
    if (!(value instanceof Dynamic)) throw misfit(type, value, path);
    writer.array(2);
    writer.binary(Buffer.from(JSON.stringify(typeJson(value.type))));
    return write(writer, value.type, value.value, path);
  }
  if (type.kind === 'string' && typeof value === 'string') return writer.text(value);
  if (type.kind === 'bool' && typeof value === 'boolean') return writer.bool(value);
  if (type.kind === 'number' && isNumber(value)) return writeNumber(writer, value);
  if ((type.kind === 'list' || type.kind === 'set' || type.kind === 'tuple') && isList(value)) {
    if (type.kind === 'tuple' && type.elements.length !== value.length) throw misfit(type, value, path);
    writer.array(value.length);
    return value.forEach((element, index) => write(writer, typeAt(type, index), element, `${path}[${index}]`));
  }
  if (type.kind === 'object' && isObject(value)) return writeObject(writer, type, value, path);
  if (type.kind === 'map' && isObject(value)) return writeMap(writer, type.element, value, path);
  throw misfit(type, value, path);
};

const writeObject = (writer: MsgpackWriter, type: ObjectType, value: ObjectValue, path: string): void => {
  const { attributes } = findLayout(type);
  writer.map(attributes.length);
  for (const { name, head, type: of } of attributes) {
    writer.encoded(head);
    write(writer, of, pickMember(value, name, path), `${path}.${name}`);
  }
  const names = Object.keys(value);
  if (names.length === attributes.length) return;
  const extra = names.find((name) => !Object.hasOwn(type.attributes, name));
  throw new ValueError(`${path}.${extra} is not an attribute of its type.`);
};

const writeMap = (writer: MsgpackWriter, element: CtyType, value: ObjectValue, path: string): void => {
  const names = Object.keys(value);
  writer.map(names.length);
  for (const name of names) {
    writer.text(name);
    write(writer, element, pickMember(value, name, path), `${path}.${name}`);
  }
};

const pickMember = (value: ObjectValue, name: string, path: string): Value => {
  const found = Object.hasOwn(value, name) ? value[name] : undefined;
  if (found !== undefined) return found;
  throw new ValueError(`${path}.${name} is missing; an attribute without a value is null.`);
};

const writeNumber = (writer: MsgpackWriter, value: Parameters<typeof toWhole>[0]): void => {
  const whole = toWhole(value);
  if (whole !== undefined && whole >= int64Min && whole <= int64Max) return writer.int(whole);
  const float = toFloat(value);
  if (float !== undefined) return writer.float64(float);
  writer.text(numberText(value));
};

const writeUnknown = (writer: MsgpackWriter, { refinement }: Unknown): void => {
  const payload = writeRefinement(refinement);
  if (payload === undefined) writer.extension(0, new Uint8Array(1));
  else writer.extension(refinedExtension, payload);
};

const misfit = (type: CtyType, value: Value, path: string): ValueError =>
  new ValueError(`${path || 'The value'} must be of type ${type.kind}, got ${describeKind(value)}.`);

const describeKind = (value: Value): string => {
  if (value instanceof Dynamic) return 'a value with a type of its own';
  if (isList(value)) return `${value.length} elements`;
  if (isNumber(value)) return 'a number';
  return isObject(value) ? 'an object' : typeof value;
};

const read = (reader: MsgpackReader, type: CtyType, depth: number): Value => {
  if (depth > depthMax) throw new ValueError(`A value may nest at most ${depthMax} deep.`);
  const token = reader.next();
  if (token.kind === 'nil') return null;
  if (token.kind === 'extension') {
    return token.type === refinedExtension ? new Unknown(readRefinement(token.payload)) : unknown;
  }
  switch (type.kind) {
    case 'string':
      if (token.kind === 'text') return token.value;
      break;
    case 'bool':
      if (token.kind === 'bool') return token.value;
      break;
    case 'number':
      return readNumber(token);
    case 'dynamic':
      if (token.kind === 'array' && token.length === 2) return readDynamic(reader, depth);
      break;
    case 'list':
    case 'set':
      if (token.kind === 'array') return readElements(reader, type, token.length, depth);
      break;
    case 'tuple':
      if (token.kind === 'array' && token.length === type.elements.length)
        return readElements(reader, type, token.length, depth);
      break;
    case 'map':
      if (token.kind === 'map') return readMap(reader, type.element, token.length, depth);
      break;
    case 'object':
      if (token.kind === 'map') return readObject(reader, type, token.length, depth);
  }
  throw new ValueError(`A value of type ${type.kind} cannot be read from a msgpack ${token.kind}.`);
};

const readNumber = (token: Token): Value => {
  if (token.kind === 'int') return wholeNumber(token.value);
  if (token.kind === 'float') return numberOfFloat(token.value);
  if (token.kind === 'text') return parseNumber(token.value);
  throw new ValueError(`A number cannot be read from a msgpack ${token.kind}.`);
};

const readDynamic = (reader: MsgpackReader, depth: number): Value => {
  const token = reader.next();
  if (token.kind !== 'binary') throw new ValueError('A value of any type must start with its type.');
  const type = parseType(JSON.parse(Buffer.from(token.value).toString('utf8')));
  return new Dynamic(type, read(reader, type, depth + 1));
};

const readElements = (reader: MsgpackReader, type: CtyType, length: number, depth: number): Value =>
  Array.from({ length }, (_, index) => read(reader, typeAt(type, index), depth + 1));

/** Terraform sends every attribute, in order, and most of them null: what is as expected is compared, not decoded. */
const readObject = (reader: MsgpackReader, type: ObjectType, length: number, depth: number): Value => {
  const { attributes, nulls } = findLayout(type);
  if (length !== attributes.length)
    throw new ValueError(`An object with ${attributes.length} attributes is required (${length} given).`);
  const value: Record<string, Value> = { ...nulls };
  let ordered = 0;
  for (const { name, head, type: of } of attributes) {
    if (!reader.skips(head)) break;
    const element = read(reader, of, depth + 1);
    if (element !== null) value[name] = element;
    ordered += 1;
  }
  const others = new Map(attributes.slice(ordered).map(({ name, type: of }) => [name, of]));
  while (others.size > 0) {
    const name = readName(reader);
    const of = others.get(name);
    if (of === undefined) throw new ValueError(`${name} is no attribute of its type, or is there twice.`);
    value[name] = read(reader, of, depth + 1);
    others.delete(name);
  }
  return value;
};

const readMap = (reader: MsgpackReader, type: CtyType, length: number, depth: number): Value => {
  const named: (readonly [string, Value])[] = [];
  for (let index = 0; index < length; index += 1) named.push([readName(reader), read(reader, type, depth + 1)]);
  const value = Object.fromEntries(named);
  if (Object.keys(value).length === length) return value;
  throw new ValueError(`A map of ${length} members has ${Object.keys(value).length} different keys.`);
};

const readName = (reader: MsgpackReader): string => {
  const token = reader.next();
  if (token.kind !== 'text') throw new ValueError('The name of a member must be text.');
  return token.value;
};
