import { ValueError } from '../error';
import { MsgpackReader, type Token } from '../wire/msgpack-reader';
import { MsgpackWriter } from '../wire/msgpack-writer';
import { type CtyNumber, toFloat, numberOfFloat, numberText, parseNumber, wholeNumber, toWhole } from './number';
import type { Refinement } from './value';

/** The msgpack extension of an unknown about which something is known. */
export const refinedExtension = 12;

const keys = { nullable: 1, prefix: 2, lower: 3, upper: 4, lengthMin: 5, lengthMax: 6 } as const;

/** The payload that says what is known, or undefined when nothing is. */
export const writeRefinement = (refinement: Refinement): Uint8Array | undefined => {
  const writer = new MsgpackWriter();
  const fields: (() => void)[] = [];
  const { nullable, prefix, lower, upper, lengthMin, lengthMax } = refinement;
  const field = (key: number, body: () => void): unknown =>
    fields.push(() => {
      writer.int(BigInt(key));
      body();
    });
  if (nullable !== undefined) field(keys.nullable, () => writer.bool(nullable));
  if (prefix !== undefined) field(keys.prefix, () => writer.text(prefix));
  if (lower !== undefined) field(keys.lower, () => writeBound(writer, lower));
  if (upper !== undefined) field(keys.upper, () => writeBound(writer, upper));
  if (lengthMin !== undefined) field(keys.lengthMin, () => writer.int(BigInt(lengthMin)));
  if (lengthMax !== undefined) field(keys.lengthMax, () => writer.int(BigInt(lengthMax)));
  if (fields.length === 0) return undefined;
  writer.map(fields.length);
  for (const write of fields) write();
  return writer.finish();
};

type Bound = { readonly bound: CtyNumber; readonly inclusive: boolean };

const writeBound = (writer: MsgpackWriter, { bound, inclusive }: Bound): void => {
  writer.array(2);
  const [whole, float] = [toWhole(bound), toFloat(bound)];
  if (whole !== undefined && whole >= -(2n ** 63n) && whole < 2n ** 63n) writer.int(whole);
  else if (float !== undefined) writer.float64(float);
  else writer.text(numberText(bound));
  writer.bool(inclusive);
};

/** Reads what is known about an unknown; keys that a newer Terraform may send are skipped. @throws ValueError, WireError */
export const readRefinement = (payload: Uint8Array): Refinement => {
  const reader = new MsgpackReader(payload);
  const head = reader.next();
  if (head.kind !== 'map') throw new ValueError('What is known about an unknown value must be a map.');
  let refinement: Refinement = {};
  for (let index = 0; index < head.length; index += 1) {
    refinement = { ...refinement, ...readField(reader, reader.next()) };
  }
  return refinement;
};

const readField = (reader: MsgpackReader, key: Token): Refinement => {
  if (key.kind !== 'int') throw new ValueError('What is known about an unknown value has whole numbers as keys.');
  const token = reader.next();
  switch (Number(key.value)) {
    case keys.nullable:
      return token.kind === 'bool' ? { nullable: token.value } : {};
    case keys.prefix:
      return token.kind === 'text' ? { prefix: token.value } : {};
    case keys.lower:
      return { lower: readBound(reader, token) };
    case keys.upper:
      return { upper: readBound(reader, token) };
    case keys.lengthMin:
      return token.kind === 'int' ? { lengthMin: Number(token.value) } : {};
    case keys.lengthMax:
      return token.kind === 'int' ? { lengthMax: Number(token.value) } : {};
    default:
      skip(reader, token);
      return {};
  }
};

const readBound = (reader: MsgpackReader, head: Token): Bound => {
  if (head.kind !== 'array' || head.length !== 2)
    throw new ValueError('A bound is a number and whether it is included.');
  const [bound, inclusive] = [reader.next(), reader.next()];
  if (inclusive.kind !== 'bool') throw new ValueError('A bound is a number and whether it is included.');
  return { bound: readNumber(bound), inclusive: inclusive.value };
};

const readNumber = (token: Token): CtyNumber => {
  if (token.kind === 'int') return wholeNumber(token.value);
  if (token.kind === 'float') return numberOfFloat(token.value);
  if (token.kind === 'text') return parseNumber(token.value);
  throw new ValueError('A bound must be a number.');
};

const skip = (reader: MsgpackReader, token: Token): void => {
  let pending = inside(token);
  while (pending > 0) pending += inside(reader.next()) - 1;
};

const inside = (token: Token): number => {
  if (token.kind === 'array') return token.length;
  return token.kind === 'map' ? 2 * token.length : 0;
};
