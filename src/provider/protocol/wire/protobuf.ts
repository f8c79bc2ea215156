import { WireError } from '../error';

/*
 * Protocol buffers as this protocol uses them: varints, length-delimited fields, no packed numbers and no groups.
 * A message is written as a list of fields and read into `Fields`, which answers by field number.
 */

/** One written field; empty when it holds the default, which is not written. */
export type Field = readonly Uint8Array[];

const none: Field = [];

const varint = (value: bigint): Uint8Array => {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
};

/** Tags, lengths and small numbers, which nearly all are. */
const small = (value: number): Uint8Array => {
  if (value < 0 || value >= 0x4000) return varint(BigInt(value));
  return value < 0x80 ? Uint8Array.of(value) : Uint8Array.of((value & 0x7f) | 0x80, value >> 7);
};

/** The bytes of a message. */
export const message = (...fields: readonly Field[]): Uint8Array => Buffer.concat(fields.flat());

/** A field of bytes, or a nested message; absent when undefined, written also when empty. */
export const bytesField = (number: number, value: Uint8Array | undefined): Field =>
  value === undefined ? none : [small((number << 3) | 2), small(value.length), value];

/** Text; absent when undefined, and when empty unless its presence means something. */
export const textField = (number: number, value: string | undefined, options?: { readonly present: true }): Field =>
  value === undefined || (value === '' && options?.present !== true) ? none : bytesField(number, Buffer.from(value));

/** A whole number or enum; absent when undefined, and when 0 unless its presence means something. */
export const intField = (number: number, value: number | undefined, options?: { readonly present: true }): Field =>
  value === undefined || (value === 0 && options?.present !== true) ? none : [small(number << 3), small(value)];

/** A truth value; absent when false. */
export const boolField = (number: number, value: boolean | undefined): Field =>
  intField(number, value === true ? 1 : 0);

/** A repeated message. */
export const messagesField = (number: number, values: readonly Uint8Array[]): Field =>
  values.flatMap((value) => bytesField(number, value));

/** A map from text to messages. */
export const mapField = (number: number, entries: Readonly<Record<string, Uint8Array>>): Field =>
  messagesField(
    number,
    Object.entries(entries).map(([key, value]) => message(textField(1, key), bytesField(2, value))),
  );

/** The fields of a message that was read, by field number. A field that is not there has its default. */
export class Fields {
  constructor(private readonly values: ReadonlyMap<number, readonly (bigint | Uint8Array)[]>) {}

  has(number: number): boolean {
    return this.values.has(number);
  }

  /** The bytes of a field, or undefined when it is absent. */
  bytes(number: number): Uint8Array | undefined {
    const value = this.values.get(number)?.at(-1);
    return typeof value === 'bigint' ? undefined : value;
  }

  text(number: number): string {
    return decodeText(this.bytes(number) ?? new Uint8Array(0));
  }

  int(number: number): number {
    const value = this.values.get(number)?.at(-1);
    return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : 0;
  }

  bool(number: number): boolean {
    return this.int(number) !== 0;
  }

  /** A nested message, or undefined when it is absent. */
  message(number: number): Fields | undefined {
    const bytes = this.bytes(number);
    return bytes === undefined ? undefined : readMessage(bytes);
  }

  /** Every value of a repeated field of bytes. */
  all(number: number): readonly Uint8Array[] {
    return (this.values.get(number) ?? []).flatMap((value) => (typeof value === 'bigint' ? [] : [value]));
  }

  messages(number: number): readonly Fields[] {
    return this.all(number).map(readMessage);
  }

  /** A map from text to bytes. */
  map(number: number): ReadonlyMap<string, Uint8Array> {
    return new Map(this.messages(number).map((entry) => [entry.text(1), entry.bytes(2) ?? new Uint8Array(0)]));
  }
}

const decodeText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** Reads the fields of a message; unknown ones are kept and ignored. @throws WireError when it is truncated. */
export const readMessage = (bytes: Uint8Array): Fields => {
  const values = new Map<number, (bigint | Uint8Array)[]>();
  const cursor = new Cursor(bytes);
  while (!cursor.isDone) {
    const tag = cursor.small();
    const value = cursor.value(tag & 7);
    const number = Math.floor(tag / 8);
    const known = values.get(number);
    if (known === undefined) values.set(number, [value]);
    else known.push(value);
  }
  return new Fields(values);
};

class Cursor {
  #at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  get isDone(): boolean {
    return this.#at >= this.bytes.length;
  }

  /** A tag or a length. */
  small(): number {
    const byte = this.bytes[this.#at];
    if (byte === undefined || byte >= 0x80) return Number(this.varint());
    this.#at += 1;
    return byte;
  }

  varint(): bigint {
    let [result, shift] = [0n, 0n];
    for (;;) {
      const byte = this.bytes[this.#at];
      if (byte === undefined || shift > 63n) throw new WireError('A protobuf number is truncated or too long.');
      this.#at += 1;
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return result;
      shift += 7n;
    }
  }

  value(wireType: number): bigint | Uint8Array {
    switch (wireType) {
      case 0:
        return this.varint();
      case 1:
        return this.slice(8);
      case 2:
        return this.slice(this.small());
      case 5:
        return this.slice(4);
      default:
        throw new WireError(`Wire type ${wireType} is not used by this protocol.`);
    }
  }

  private slice(size: number): Uint8Array {
    const end = this.#at + size;
    if (end > this.bytes.length) throw new WireError(`A protobuf message ends after ${this.bytes.length} bytes.`);
    const slice = this.bytes.subarray(this.#at, end);
    this.#at = end;
    return slice;
  }
}
