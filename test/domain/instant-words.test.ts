import { instantSeen, instantWords } from '../../src/domain';
import { at } from '../../src/domain/testing';

test.each([
  ['2026-12-04T03:29:59.999Z', '4 Dec 03:30 UTC, in 7 days'],
  ['2026-11-27T05:30:00Z', '27 Nov 05:30 UTC, in 2 hours'],
  ['2026-11-27T03:31:00Z', '27 Nov 03:31 UTC, in 1 minute'],
  ['2026-11-20T03:30:00Z', '20 Nov 03:30 UTC, 7 days ago'],
  ['2026-11-27T03:30:20Z', '27 Nov 03:30 UTC, now'],
  ['2027-01-04T03:30:00Z', '4 Jan 2027 03:30 UTC, in 38 days'],
])('%s is %s', (instant, words) => {
  expect(instantWords(at(instant), at('2026-11-27T03:30:00Z'))).toBe(words);
});

test('beside the exact instant, where now is known', () => {
  const until = at('2026-12-04T03:29:59.999Z');
  expect(instantSeen(until, at('2026-11-27T03:30:00Z'))).toBe('2026-12-04T03:29:59.999Z (4 Dec 03:30 UTC, in 7 days)');
  expect(instantSeen(until, null)).toBe('2026-12-04T03:29:59.999Z');
});
