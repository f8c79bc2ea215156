/** Writes msgpack, token by token, in the shortest form. The bytes grow as needed. */
export class MsgpackWriter {
  #bytes = Buffer.allocUnsafe(256);
  #length = 0;

  /** A copy of what has been written. */
  finish(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.#bytes, 0, this.#length);
  }

  nil(): void {
    this.#byte(0xc0);
  }

  bool(value: boolean): void {
    this.#byte(value ? 0xc3 : 0xc2);
  }

  /** A whole number from -2^63 to 2^64 - 1. */
  int(value: bigint): void {
    if (value >= -32n && value <= 127n) this.#byte(Number(value) & 0xff);
    else if (value >= 0n) this.#unsigned(value);
    else this.#signed(value);
  }

  float64(value: number): void {
    this.#put(0xcb, 8, (bytes, at) => bytes.writeDoubleBE(value, at));
  }

  text(value: string): void {
    const size = Buffer.byteLength(value);
    if (size < 32) this.#byte(0xa0 | size);
    else this.#sized(size, [0xd9, 0xda, 0xdb]);
    const at = this.#take(size);
    this.#bytes.write(value, at, size, 'utf8');
  }

  /** What is msgpack already. */
  encoded(value: Uint8Array): void {
    this.#copy(value);
  }

  binary(value: Uint8Array): void {
    this.#sized(value.length, [0xc4, 0xc5, 0xc6]);
    this.#copy(value);
  }

  /** The head of an array; its elements follow. */
  array(length: number): void {
    if (length < 16) this.#byte(0x90 | length);
    else this.#sized(length, [undefined, 0xdc, 0xdd]);
  }

  /** The head of a map; keys and values follow in turn. */
  map(length: number): void {
    if (length < 16) this.#byte(0x80 | length);
    else this.#sized(length, [undefined, 0xde, 0xdf]);
  }

  extension(type: number, payload: Uint8Array): void {
    const fixed = [1, 2, 4, 8, 16].indexOf(payload.length);
    if (fixed >= 0) this.#byte(0xd4 + fixed);
    else this.#sized(payload.length, [0xc7, 0xc8, 0xc9]);
    this.#byte(type);
    this.#copy(payload);
  }

  #unsigned(value: bigint): void {
    if (value <= 0xffn) this.#put(0xcc, 1, (bytes, at) => bytes.writeUInt8(Number(value), at));
    else if (value <= 0xffffn) this.#put(0xcd, 2, (bytes, at) => bytes.writeUInt16BE(Number(value), at));
    else if (value <= 0xffffffffn) this.#put(0xce, 4, (bytes, at) => bytes.writeUInt32BE(Number(value), at));
    else this.#put(0xcf, 8, (bytes, at) => bytes.writeBigUInt64BE(value, at));
  }

  #signed(value: bigint): void {
    if (value >= -0x80n) this.#put(0xd0, 1, (bytes, at) => bytes.writeInt8(Number(value), at));
    else if (value >= -0x8000n) this.#put(0xd1, 2, (bytes, at) => bytes.writeInt16BE(Number(value), at));
    else if (value >= -0x80000000n) this.#put(0xd2, 4, (bytes, at) => bytes.writeInt32BE(Number(value), at));
    else this.#put(0xd3, 8, (bytes, at) => bytes.writeBigInt64BE(value, at));
  }

  #sized(size: number, [small, medium, large]: readonly [number | undefined, number, number]): void {
    if (small !== undefined && size <= 0xff) this.#put(small, 1, (bytes, at) => bytes.writeUInt8(size, at));
    else if (size <= 0xffff) this.#put(medium, 2, (bytes, at) => bytes.writeUInt16BE(size, at));
    else this.#put(large, 4, (bytes, at) => bytes.writeUInt32BE(size, at));
  }

  #byte(value: number): void {
    const at = this.#take(1);
    this.#bytes[at] = value;
  }

  /** The place is taken before the bytes are named: taking it may move them. */
  #put(head: number, size: number, write: (bytes: Buffer, at: number) => void): void {
    this.#byte(head);
    const at = this.#take(size);
    write(this.#bytes, at);
  }

  #copy(value: Uint8Array): void {
    const at = this.#take(value.length);
    this.#bytes.set(value, at);
  }

  #take(size: number): number {
    const at = this.#length;
    this.#length += size;
    if (this.#length > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#length, this.#bytes.length * 2));
      this.#bytes.copy(grown, 0, 0, at);
      this.#bytes = grown;
    }
    return at;
  }
}
