import { WireError } from '../error';

/** One token of msgpack. After `array` come its elements, after `map` its keys and values in turn. */
export type Token =
  | { readonly kind: 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'binary'; readonly value: Uint8Array }
  | { readonly kind: 'array' | 'map'; readonly length: number }
  | { readonly kind: 'extension'; readonly type: number; readonly payload: Uint8Array };

const nil: Token = { kind: 'nil' };

/** Reads msgpack, token by token. Lengths are checked against the bytes that are left, so no head can ask for memory. */
export class MsgpackReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Whether every byte has been read. */
  get isDone(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** Whether these bytes come next; they are then read. */
  skips(expected: Uint8Array): boolean {
    for (let index = 0; index < expected.length; index += 1)
      if (this.#bytes[this.#at + index] !== expected[index]) return false;
    this.#at += expected.length;
    return true;
  }

  /** The next token. @throws WireError at the end, at a reserved byte, and when a length exceeds what is left. */
  next(): Token {
    const head = this.#bytes.readUInt8(this.#take(1));
    if (head <= 0x7f) return { kind: 'int', value: BigInt(head) };
    if (head <= 0x8f) return this.#heads('map', head & 0x0f);
    if (head <= 0x9f) return this.#heads('array', head & 0x0f);
    if (head <= 0xbf) return this.#text(head & 0x1f);
    if (head >= 0xe0) return { kind: 'int', value: BigInt(head - 0x100) };
    return this.#scalar(head) ?? this.#sized(head);
  }

  #scalar(head: number): Token | undefined {
    const bytes = this.#bytes;
    switch (head) {
      case 0xc0:
        return nil;
      case 0xc2:
      case 0xc3:
        return { kind: 'bool', value: head === 0xc3 };
      case 0xca:
        return { kind: 'float', value: bytes.readFloatBE(this.#take(4)) };
      case 0xcb:
        return { kind: 'float', value: bytes.readDoubleBE(this.#take(8)) };
      case 0xcc:
      case 0xcd:
      case 0xce:
        return { kind: 'int', value: BigInt(this.#size(1 << (head - 0xcc))) };
      case 0xcf:
        return { kind: 'int', value: bytes.readBigUInt64BE(this.#take(8)) };
      case 0xd0:
        return { kind: 'int', value: BigInt(bytes.readInt8(this.#take(1))) };
      case 0xd1:
        return { kind: 'int', value: BigInt(bytes.readInt16BE(this.#take(2))) };
      case 0xd2:
        return { kind: 'int', value: BigInt(bytes.readInt32BE(this.#take(4))) };
      case 0xd3:
        return { kind: 'int', value: bytes.readBigInt64BE(this.#take(8)) };
      default:
        return undefined;
    }
  }

  #sized(head: number): Token {
    if (head >= 0xc4 && head <= 0xc6) return { kind: 'binary', value: this.#slice(this.#size(1 << (head - 0xc4))) };
    if (head >= 0xc7 && head <= 0xc9) return this.#extension(this.#size(1 << (head - 0xc7)));
    if (head >= 0xd4 && head <= 0xd8) return this.#extension(1 << (head - 0xd4));
    if (head >= 0xd9 && head <= 0xdb) return this.#text(this.#size(1 << (head - 0xd9)));
    if (head === 0xdc || head === 0xdd) return this.#heads('array', this.#size(head === 0xdc ? 2 : 4));
    if (head === 0xde || head === 0xdf) return this.#heads('map', this.#size(head === 0xde ? 2 : 4));
    throw new WireError(`Byte 0x${head.toString(16)} starts no msgpack value.`);
  }

  #heads(kind: 'array' | 'map', length: number): Token {
    const left = this.#bytes.length - this.#at;
    if (length * (kind === 'map' ? 2 : 1) > left) throw new WireError(`A ${kind} of ${length} needs more bytes.`);
    return { kind, length };
  }

  #text(size: number): Token {
    const at = this.#take(size);
    return { kind: 'text', value: this.#bytes.toString('utf8', at, at + size) };
  }

  #extension(size: number): Token {
    const type = this.#bytes.readInt8(this.#take(1));
    return { kind: 'extension', type, payload: this.#slice(size) };
  }

  #size(width: number): number {
    return this.#bytes.readUIntBE(this.#take(width), width);
  }

  #slice(size: number): Uint8Array {
    const at = this.#take(size);
    return this.#bytes.subarray(at, at + size);
  }

  #take(size: number): number {
    const at = this.#at;
    if (at + size > this.#bytes.length)
      throw new WireError(`The msgpack value ends after ${this.#bytes.length} bytes.`);
    this.#at += size;
    return at;
  }
}
