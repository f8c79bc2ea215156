import fc from 'fast-check';
import { parseRecoveryTime } from '../../src/domain';
import {
  changeDay,
  changeZone,
  findBoundFault,
  findOccurrences,
  readTyped,
  type Picked,
} from '../../src/console/time/picker';
import { writeAge, writeField, writeInstant, writeLength } from '../../src/time/words';
import { findInstants, readOffset, readWall, writeOffset } from '../../src/time/zone';
import { runs } from '../whole';

const zones = [
  'UTC',
  'Europe/Oslo',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
const picked: fc.Arbitrary<Picked> = fc.record({ at: instant, zone });
const at = (text: string): number => parseRecoveryTime(text)?.at ?? NaN;
const now = at('2026-11-26T23:30:00Z');
const seconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

test('every instant is among those at which the clocks of its zone show what they show then', () => {
  fc.assert(
    fc.property(picked, ({ at, zone }) => expect(findInstants(zone, readWall(zone, at))).toContain(seconds(at))),
    { numRuns: runs(300) },
  );
});

test('changing the zone keeps the instant, there and back', () => {
  fc.assert(
    fc.property(picked, zone, (before, other) => {
      expect(changeZone(before, other)).toEqual({ at: before.at, zone: other });
    }),
  );
});

test('changing the day keeps the time of day, unless the clocks of that day skip it', () => {
  const day = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(picked, day, (before, days) => {
      const wanted = readWall('UTC', Date.UTC(2020, 0, 1) + days * 86_400_000);
      const wall = { ...readWall(before.zone, before.at), year: wanted.year, month: wanted.month, day: wanted.day };
      const after = changeDay(before, wanted);
      const skipped = findInstants(before.zone, wall).length === 0;
      if (skipped) expect(readWall(after.zone, after.at)).not.toEqual(wall);
      else expect(readWall(after.zone, after.at)).toEqual(wall);
      expect(after.at % 1000).toBe(before.at % 1000);
    }),
    { numRuns: runs(300) },
  );
});

test('what a field shows is read as the same instant, also in the hour that comes twice', () => {
  fc.assert(
    fc.property(picked, (before) => {
      expect(readTyped(writeField(before.at, before.zone), before, now)).toEqual({ kind: 'read', picked: before });
    }),
    { numRuns: runs(300) },
  );
});

test('whatever the registry takes with an offset is the same instant in every zone', () => {
  const texts = [
    '2026-07-01T15:16:22+00:00',
    '2026-07-01 15:16:22Z',
    '2026-07-01T15:16+05:30',
    '2026-07-01T15:16:22.5-0330',
  ];
  for (const text of texts) {
    for (const zone of zones) {
      expect(readTyped(` ${text} `, { at: 0, zone }, now)).toEqual({ kind: 'read', picked: { at: at(text), zone } });
    }
  }
});

describe('the night in which clocks are put back', () => {
  const first: Picked = { at: at('2026-10-25T00:30:00Z'), zone: 'Europe/Oslo' };
  const second: Picked = { at: at('2026-10-25T01:30:00Z'), zone: 'Europe/Oslo' };

  test('shows both instants of the hour that comes twice, each with its offset', () => {
    const both = [
      { at: first.at, words: 'first time, UTC+02:00' },
      { at: second.at, words: 'second time, UTC+01:00' },
    ];
    expect(findOccurrences(first)).toEqual(both);
    expect(findOccurrences(second)).toEqual(both);
    expect(findOccurrences({ ...first, zone: 'UTC' })).toEqual([]);
  });

  test('keeps the occurrence that is picked when another text of that hour is typed', () => {
    const typed = (before: Picked) => readTyped('2026-10-25 02:45:00', before, now);
    expect(typed(first)).toEqual({ kind: 'read', picked: { at: at('2026-10-25T00:45:00Z'), zone: 'Europe/Oslo' } });
    expect(typed(second)).toEqual({ kind: 'read', picked: { at: at('2026-10-25T01:45:00Z'), zone: 'Europe/Oslo' } });
  });
});

test('the offset is that of the date, not of today', () => {
  expect(writeOffset(readOffset('Europe/Oslo', at('2026-07-01T12:00:00Z')))).toBe('UTC+02:00');
  expect(writeOffset(readOffset('Europe/Oslo', at('2026-11-20T12:00:00Z')))).toBe('UTC+01:00');
  expect(writeOffset(readOffset('America/St_Johns', at('2026-11-20T12:00:00Z')))).toBe('UTC−03:30');
});

test('a time that never comes, and what is no time, are told as such', () => {
  const oslo = { at: at('2026-03-01T00:00:00Z'), zone: 'Europe/Oslo' };
  expect(readTyped('2026-03-29 02:30:00', oslo, now)).toEqual({
    kind: 'unread',
    why: '2026-03-29 02:30:00 never comes in Europe/Oslo: its clocks are put forward over it.',
  });
  expect(readTyped('yesterday', oslo, now)).toMatchObject({
    kind: 'unread',
    why: expect.stringContaining('"yesterday" is not a time'),
  });
});

test('a time as people say it is seen from now, and a time of day is meant on the clocks of the field', () => {
  const typed = (text: string, zone: string) => {
    const read = readTyped(text, { at: 0, zone }, now);
    return read.kind === 'read' ? writeInstant(read.picked.at) : read.why;
  };
  expect(typed('2h ago', 'Europe/Oslo')).toBe('26 Nov 2026 21:30:00 UTC');
  expect(typed('yesterday 10:00', 'UTC')).toBe('25 Nov 2026 10:00:00 UTC');
  // In Oslo it is the 27th already, half past midnight.
  expect(typed('yesterday 10:00', 'Europe/Oslo')).toBe('26 Nov 2026 09:00:00 UTC');
  expect(typed('yesterday 10:00 -05:00', 'Europe/Oslo')).toBe('25 Nov 2026 15:00:00 UTC');
  expect(typed('last week', 'UTC')).toContain('Write it like 2026-11-18 09:00:00');
});

test('outside of the window is said with the bound, and both ends are inside', () => {
  const bounds = { earliest: at('2026-11-07T03:30:00Z'), latest: at('2026-11-20T09:00:00Z') };
  const place = { service: 'orders-pg', location: 'google-europe-west1' };
  expect(findBoundFault(bounds.earliest, bounds, place)).toBeUndefined();
  expect(findBoundFault(bounds.latest, bounds, place)).toBeUndefined();
  expect(findBoundFault(at('2026-11-06T09:00:00Z'), bounds, place)).toBe(
    'Before 7 Nov 2026 03:30:00 UTC, the earliest time that orders-pg can be restored to in google-europe-west1.',
  );
  expect(findBoundFault(bounds.latest + 1, bounds, place)).toContain('After 20 Nov 2026 09:00:00 UTC, the latest time');
});

test.each([
  [0, '0 s'],
  [41 * 60_000, '41 min'],
  [5.5 * 3_600_000, '5 h 30 min'],
  [86_400_000, '1 day'],
  [51 * 3_600_000, '2 days 3 h'],
  [20 * 86_400_000 + 3_600_000, '20 days'],
])('a length of %i ms is %s', (ms, words) => expect(writeLength(ms)).toBe(words));

test('an instant always stands with its zone, and its age with its direction', () => {
  const now = at('2026-11-20T09:00:00Z');
  expect(writeInstant(now)).toBe('20 Nov 2026 09:00:00 UTC');
  expect(writeInstant(now, 'Europe/Oslo')).toBe('20 Nov 2026 10:00:00 in Europe/Oslo');
  expect([writeAge(now - 2 * 86_400_000, now), writeAge(now + 3_600_000, now), writeAge(now, now)]).toEqual([
    '2 days ago',
    'in 1 h',
    'now',
  ]);
});
