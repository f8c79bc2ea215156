import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { contentHash } from '../../src/registry/content-hash';
import { runs } from '../whole';

const hashed = (pieces: readonly string[]): string => {
  const hash = contentHash();
  for (const piece of pieces) hash.update(piece);
  return hash.end();
};

const reference = (pieces: readonly string[]): string => createHash('sha256').update(pieces.join('')).digest('hex');

test.each([0, 1, 16_383, 16_384, 16_385, 40_000])('a text of %d characters, whole and in two pieces', (length) => {
  const text = 'ä'.repeat(length);
  const pieces = [text.slice(0, length / 3), text.slice(length / 3)];
  expect([hashed([text]), hashed(pieces)]).toEqual([reference([text]), reference([text])]);
});

test('any pieces hash as their text does, below and above what is hashed in hand', () => {
  const piece = fc.tuple(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 4_000 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (drawn) => {
      const pieces = drawn.map(([text, times]) => text.repeat(times).slice(0, 9_000));
      // Half of a pair at an end of a piece is no text: nobody hashes it.
      const whole = pieces.map((text) => Buffer.from(text).toString());
      expect(hashed(whole)).toBe(reference(whole));
    }),
    { numRuns: runs(60) },
  );
});
