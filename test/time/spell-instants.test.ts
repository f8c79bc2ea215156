import { spellInstants } from '../../src/time';

describe('spellInstants', () => {
  test('the instants of a sentence are spelled as those beside it', () => {
    expect(spellInstants('Choose a time between 2026-11-07T03:30:00Z and 2026-11-20T09:00:00.500Z.')).toBe(
      'Choose a time between 7 Nov 2026 03:30:00 UTC and 20 Nov 2026 09:00:00 UTC.',
    );
  });

  test('what is to be typed, and what only looks like an instant, stays as it is', () => {
    for (const text of ['Set it to "2026-11-07T03:30:00Z".', 'orders-2026-11-07T03:30:00Z', '2026-13-45T03:30:00Z'])
      expect(spellInstants(text)).toBe(text);
  });
});
