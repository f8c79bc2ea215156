import fc from 'fast-check';
import { parseDurationMs } from '../../src/domain';
import { formatDuration } from '../../src/engine';

test.each([
  [0, '0ms'],
  [250, '250ms'],
  [3_000, '3s'],
  [90_000, '90s'],
  [5_400_000, '90m'],
  [259_200_000, '3d'],
  [1.2, '2ms'],
])('%d ms reads %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});

test('what is shown can be typed back', () => {
  fc.assert(fc.property(fc.nat(10 ** 10), (durationMs) => parseDurationMs(formatDuration(durationMs)) === durationMs));
});
