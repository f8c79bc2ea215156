import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256, sha256Hex } from '../../src/domain';
import { runs } from '../whole';

const reference = (text: string): string => createHash('sha256').update(text).digest('hex');

test.each([0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000])(
  'a text of %d bytes hashes as the standard says',
  (length) => {
    const text = 'a'.repeat(length);
    expect(sha256Hex(text)).toBe(reference(text));
  },
);

test('any text hashes as the standard says, in one piece or in many', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
      const hash = sha256();
      for (const piece of pieces) hash.update(piece);
      expect(hash.hex()).toBe(reference(pieces.join('')));
    }),
    { numRuns: runs(200) },
  );
});
