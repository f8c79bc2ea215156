/* The few elements of DER (X.690) that a certificate needs. */

const element = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag, ...encodeLength(body.length)), body]);
};

const encodeLength = (length: number): readonly number[] => {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
};

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Uint8Array => element(0x31, ...parts);
/** An explicit context tag. */
export const tagged = (tag: number, inner: Uint8Array): Uint8Array => element(0xa0 | tag, inner);
/** A whole number in two's complement, the highest byte first. */
export const integer = (bytes: Uint8Array): Uint8Array => element(0x02, bytes);
export const octets = (inner: Uint8Array): Uint8Array => element(0x04, inner);
/** A string of whole bytes of bits. */
export const bits = (inner: Uint8Array): Uint8Array => element(0x03, Uint8Array.of(0), inner);
export const utf8 = (text: string): Uint8Array => element(0x0c, Buffer.from(text));

/** A moment of the years 1950 to 2049, in whole seconds of epoch milliseconds. */
export const utcTime = (ms: number): Uint8Array => {
  const text = new Date(ms).toISOString().replace(/[-:T]/g, '');
  return element(0x17, Buffer.from(`${text.slice(2, 14)}Z`));
};

export const objectIdentifier = (first: number, second: number, ...rest: readonly number[]): Uint8Array =>
  element(0x06, Uint8Array.from([first * 40 + second, ...rest.flatMap(base128)]));

const base128 = (value: number): readonly number[] => {
  const digits = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
};
