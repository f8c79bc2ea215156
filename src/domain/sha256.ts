/** A SHA-256 that is fed piece by piece. */
interface Sha256 {
  update(text: string): Sha256;
  /** Lower-case hexadecimal; ends the hash. */
  hex(): string;
}

/**
 * SHA-256 of texts in UTF-8, written out here because loading Node's own cryptography costs a short process a tenth of its
 * start. One loop without calls, since such a process runs it before the compiler has seen it. It names requests and contents, and
 * draws what follows from a seed or a key.
 * @see FIPS 180-4, section 6.2
 */
export const sha256 = (): Sha256 => {
  const state = Int32Array.from(initialState);
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  let length = 0;
  let pending = '';
  const feed = (bytes: Uint8Array): void => {
    for (let from = 0; from < bytes.length;) {
      const filled = length % 64;
      const count = Math.min(64 - filled, bytes.length - from);
      block.set(bytes.subarray(from, from + count), filled);
      length += count;
      from += count;
      if (filled + count === 64) compress(state, view);
    }
  };
  const hash: Sha256 = {
    update: (text) => {
      pending += text;
      if (pending.length < mostPending) return hash;
      feed(encoder.encode(pending));
      pending = '';
      return hash;
    },
    hex: () => {
      feed(encoder.encode(pending));
      const bits = length * 8;
      feed(padding.subarray(0, ((119 - (length % 64)) % 64) + 1));
      view.setUint32(56, Math.floor(bits / 2 ** 32));
      view.setUint32(60, bits >>> 0);
      compress(state, view);
      return formatHex(state);
    },
  };
  return hash;
};

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. Short ones, of which a server hashes many, are hashed in one buffer. */
export const sha256Hex = (text: string): string =>
  text.length <= longestShort ? shortHex(text) : sha256().update(text).hex();

const longestShort = 300;
const shortBytes = new Uint8Array(1_024);
const shortView = new DataView(shortBytes.buffer);
const shortState = new Int32Array(8);

/** The first 48 bits of the SHA-256 of a text, as a whole number. */
export const sha256Number = (text: string): number => {
  if (text.length > longestShort) return parseInt(sha256Hex(text).slice(0, 12), 16);
  const [first = 0, second = 0] = hashShort(text);
  return (first >>> 0) * 0x1_00_00 + (second >>> 16);
};

const shortHex = (text: string): string => formatHex(hashShort(text));

const hashShort = (text: string): Int32Array => {
  const { written } = encoder.encodeInto(text, shortBytes);
  const blocks = Math.floor((written + 8) / 64) + 1;
  shortBytes.fill(0, written, blocks * 64);
  shortBytes[written] = 0x80;
  shortView.setUint32(blocks * 64 - 4, written * 8);
  shortState.set(initialState);
  for (let block = 0; block < blocks; block += 1) compress(shortState, shortView, block * 64);
  return shortState;
};

/** By byte: writing a whole number in base 16 takes as long as half of the hash. */
const hexBytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const formatHex = (state: Int32Array): string => {
  let hex = '';
  for (const word of state) for (let shift = 24; shift >= 0; shift -= 8) hex += hexBytes[(word >>> shift) & 0xff] ?? '';
  return hex;
};

/** Code units that are encoded at once: many short pieces cost more to encode than to hash. */
const mostPending = 16_384;
const encoder = new TextEncoder();
const padding = new Uint8Array(64);
padding[0] = 0x80;

/** First 32 bits of the fractions of the square roots of the first 8 primes. */
const initialState: readonly number[] = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/** First 32 bits of the fractions of the cube roots of the first 64 primes. */
const roundConstants = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);
const schedule = new Int32Array(64);

/** Reads outside of a typed array cannot happen here; the fallbacks only satisfy the compiler. */
const compress = (state: Int32Array, block: DataView, from = 0): void => {
  for (let i = 0; i < 16; i += 1) schedule[i] = block.getInt32(from + 4 * i);
  for (let i = 16; i < 64; i += 1) {
    const near = schedule[i - 2] ?? 0;
    const far = schedule[i - 15] ?? 0;
    const small0 = ((far >>> 7) | (far << 25)) ^ ((far >>> 18) | (far << 14)) ^ (far >>> 3);
    const small1 = ((near >>> 17) | (near << 15)) ^ ((near >>> 19) | (near << 13)) ^ (near >>> 10);
    schedule[i] = (schedule[i - 16] ?? 0) + small0 + (schedule[i - 7] ?? 0) + small1;
  }
  const [a0 = 0, b0 = 0, c0 = 0, d0 = 0, e0 = 0, f0 = 0, g0 = 0, h0 = 0] = state;
  let [a, b, c, d, e, f, g, h] = [a0, b0, c0, d0, e0, f0, g0, h0];
  for (let i = 0; i < 64; i += 1) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (roundConstants[i] ?? 0) + (schedule[i] ?? 0)) | 0;
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state.set([a0 + a, b0 + b, c0 + c, d0 + d, e0 + e, f0 + f, g0 + g, h0 + h]);
};
