import { dayMs, hourMs, minuteMs } from '../../src/domain';
import { durationText } from '../../src/rules/duration-text';

test.each([
  [0, '0 milliseconds'],
  [999, '999 milliseconds'],
  [1_000, '1 second'],
  [59_999, '59 seconds'],
  [hourMs, '1 hour'],
  [4 * hourMs + 30 * minuteMs, '4 hours 30 minutes'],
  [dayMs + 30 * minuteMs, '1 day'],
  [5 * dayMs + hourMs, '5 days 1 hour'],
])('%d milliseconds are %s', (lengthMs, text) => {
  expect(durationText(lengthMs)).toBe(text);
});
