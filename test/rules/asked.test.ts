import { parseRecoveryTime } from '../../src/domain';
import { asWritten } from '../../src/rules/asked';

test.each([
  ['2026-10-25T00:30:00Z', '2026-10-25T00:30:00Z'],
  ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+02:00 (2026-10-25T00:30:00Z)'],
])('a recovery time %s is told with the offset that is written', (text, told) => {
  const time = parseRecoveryTime(text);
  expect(time && asWritten(time)).toBe(told);
});
