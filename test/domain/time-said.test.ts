import fc from 'fast-check';
import { dayMs, hourMs, minuteMs, parseRecoveryTime, parseTimeSaid, toRfc3339 } from '../../src/domain';
import { at } from '../../src/domain/testing';

const now = at('2026-11-27T03:30:00Z');

test.each([
  ['2h ago', '2026-11-27T01:30:00Z', true],
  ['2 hours ago', '2026-11-27T01:30:00Z', true],
  ['1h30m ago', '2026-11-27T02:00:00Z', true],
  ['1 day 2 hours ago', '2026-11-26T01:30:00Z', true],
  ['  1.5h   AGO ', '2026-11-27T02:00:00Z', true],
  ['90 min ago', '2026-11-27T02:00:00Z', true],
  ['1w ago', '2026-11-20T03:30:00Z', true],
  ['yesterday 10:00', '2026-11-26T10:00:00Z', false],
  ['yesterday at 9:05:07', '2026-11-26T09:05:07Z', false],
  ['today 00:00', '2026-11-27T00:00:00Z', false],
  ['3 days ago 23:59', '2026-11-24T23:59:00Z', false],
  ['3d ago 23:59 UTC', '2026-11-24T23:59:00Z', true],
  ['yesterday 10:00 +02:00', '2026-11-26T08:00:00Z', true],
  ['yesterday 10:00Z', '2026-11-26T10:00:00Z', true],
  // Where clocks are five hours behind, it is still the 26th, and yesterday was the 25th.
  ['yesterday 10:00 -0500', '2026-11-25T15:00:00Z', true],
])('%s is %s', (said, instant, zoned) => {
  expect(parseTimeSaid(said, now)).toEqual({ text: instant, at: at(instant), zoned });
});

test.each([
  '',
  'ago',
  'yesterday',
  '2h',
  '-2h ago',
  '2 fortnights ago',
  '2mo ago',
  '5 ms ago',
  'tomorrow 10:00',
  'yesterday 24:00',
  'yesterday 10:60',
  'yesterday 10:00 CET',
  'yesterday 10:00 +15:00',
  '99999d ago',
  '99999d ago 10:00',
  '2026-11-26T10:00:00Z',
])('%j is none', (said) => {
  expect(parseTimeSaid(said, now)).toBeUndefined();
});

const instants = fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z') });

test('a length of time ago is exactly so long before now', () => {
  fc.assert(
    fc.property(instants, fc.nat(400), fc.nat(23), fc.nat(59), (from, days, hours, minutes) => {
      const read = parseTimeSaid(`${days}d ${hours} hours ${minutes}m ago`, from);
      expect(read?.at).toBe(from - days * dayMs - hours * hourMs - minutes * minuteMs);
    }),
  );
});

test('a time of day is that time on the day that the offset has, and what is written out means the same', () => {
  fc.assert(
    fc.property(instants, fc.nat(23), fc.nat(59), fc.integer({ min: -12, max: 14 }), (from, hour, minute, ahead) => {
      const two = (value: number): string => String(Math.abs(value)).padStart(2, '0');
      const offset = `${ahead < 0 ? '-' : '+'}${two(ahead)}:00`;
      const read = parseTimeSaid(`yesterday ${two(hour)}:${two(minute)} ${offset}`, from);
      const day = toRfc3339(from + ahead * hourMs - dayMs).slice(0, 10);
      expect(read?.at).toBe(at(`${day}T${two(hour)}:${two(minute)}:00${offset}`));
      expect(parseRecoveryTime(read?.text ?? '')).toMatchObject({ at: read?.at, zoned: true });
    }),
  );
});

test('of any text it reads what is no recovery time, or nothing: never both', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('2026-11-26 10:00', '1h ago', 'today 1:00')), (text) => {
      const both = [parseTimeSaid(text, now), parseRecoveryTime(text)].filter((read) => read !== undefined);
      expect(both.length).toBeLessThan(2);
    }),
  );
});
