import { parseInstant } from '../../src/domain';
import { parseLastInstant } from '../../src/domain/acknowledgement-file';
import { at } from '../../src/domain/testing';

describe('a day that there is not', () => {
  test.each(['2026-02-30', '2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-32'])(
    '%s is none',
    (day) => {
      expect(parseInstant(`${day}T00:00:00Z`)).toBeUndefined();
      expect(parseInstant(`${day}T00:00:00.5+02:00`)).toBeUndefined();
      expect(parseLastInstant(day)).toBeUndefined();
      expect(parseLastInstant(`${day}T18:00:00Z`)).toBeUndefined();
      expect(() => at(`${day}T00:00:00Z`)).toThrow(RangeError);
    },
  );

  test.each(['2024-02-29', '2026-01-31', '2026-12-31', '2026-02-28'])('%s is one', (day) => {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    expect(parseInstant(`${day}T00:00:00Z`)).toBe(midnight);
    expect(parseLastInstant(day)).toBe(midnight + 86_400_000 - 1);
    expect(at(`${day}T00:00:00Z`)).toBe(midnight);
  });
});
