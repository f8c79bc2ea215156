import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  defaultCatalogue,
  parseRecoveryTime,
  planKey,
  projectNamePattern,
  serviceKey,
  serviceNamePattern,
  serviceTypes,
  toRfc3339,
} from '../../src/domain';
import { plansOf } from '../differential/landscape';
import { isBackupName, isProjectName, isRegionName, isServiceName } from './names';
import { readRecoveryTime, writeInstant } from './recovery-time';
import { secondPlans } from './plan-table';
import { secondTypes } from './type-table';

/**
 * Rules and registry both take these readings from `domain`, so neither can check the other there. What stands against them is written
 * from the reference alone and imports nothing.
 */
const runs = { numRuns: 5_000, seed: 113 };

/** Jest is asked only for the words of a difference: thousands of its expectations take longer than what they are about. */
const same = (first: unknown, second: unknown): void => {
  if (!isDeepStrictEqual(first, second)) expect(first).toEqual(second);
};

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

const zones = [
  '',
  '',
  'Z',
  'Z',
  'z',
  ' Z',
  '+00:00',
  '+05:30',
  '-0800',
  '+14',
  '+15:00',
  '+02:60',
  '-',
  ' ',
  'UTC',
  '+0200 ',
  '\n',
];

/** Dates that are nearly right: at every border of the calendar, with every form of zone, and with a character too many or too few. */
const nearTime: fc.Arbitrary<string> = fc
  .record({
    year: fc.constantFrom(1970, 1999, 2000, 2024, 2026, 2026, 2100, 9999, 1969),
    month: fc.constantFrom(1, 2, 2, 4, 6, 11, 12, 0, 13),
    day: fc.constantFrom(1, 15, 27, 28, 29, 30, 31, 0, 32),
    between: fc.constantFrom('T', 'T', 'T', ' ', ' ', 't', '', '  '),
    hour: fc.constantFrom(0, 9, 12, 23, 23, 24),
    minute: fc.constantFrom(0, 1, 30, 59, 59, 60),
    second: fc.constantFrom('', ':00', ':01', ':59', ':59', ':60', ':7', ':'),
    fraction: fc.constantFrom('', '', '', '', '.1', '.123', '.1239', '.123456789', '.1234567890', '.', ',5'),
    zone: fc.constantFrom(...zones),
    edit: fc.option(fc.tuple(fc.nat({ max: 32 }), fc.constantFrom('', '0', '-', ' ', 'Z', ':', '٣')), { freq: 1 }),
  })
  .map(({ year, month, day, between, hour, minute, second, fraction, zone, edit }) => {
    const time = `${pad(hour, 2)}:${pad(minute, 2)}${second}${fraction}${zone}`;
    const text = `${year}-${pad(month, 2)}-${pad(day, 2)}${between}${time}`;
    return edit === null ? text : text.slice(0, edit[0]) + edit[1] + text.slice(edit[0] + 1);
  });

test('a recovery time means the same to a second reader', () => {
  let real = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: nearTime }, fc.string({ maxLength: 40 })), (text) => {
      const [first, second] = [parseRecoveryTime(text), readRecoveryTime(text)];
      if (second !== undefined) real += 1;
      same({ text, told: first && { at: first.at, zoned: first.zoned } }, { text, told: second });
    }),
    runs,
  );
  expect(real).toBeGreaterThan(150);
});

test('an instant is written the same by a second writer, and read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(2400, 0) }), (at) => {
      same(toRfc3339(at), writeInstant(at));
      same(readRecoveryTime(toRfc3339(at)), { at, zoned: true });
    }),
    { ...runs, numRuns: 2_000 },
  );
});

/** Names that are nearly right, at every border of their length. */
const nearName: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('a', 'z', 'A', '0', '-', '_', ''),
    fc.array(fc.constantFrom('a', 'm', 'z', '0', '9', '-', '.', '_', ':', '+', 'Q', 'é', ' ', '\n'), { maxLength: 4 }),
    fc.constantFrom(0, 0, 58, 59, 60, 61, 62, 63, 64, 123, 124, 127, 128, 250, 255, 256, 257),
  )
  .map(([first, some, length]) => first + some.join('') + 'b'.repeat(length));

const patternOf = (type: string, key: string) =>
  serviceTypes.find(({ name }) => name === type)?.userConfig.find((known) => known.key === key);

const fits = (type: string, key: string, text: string): boolean => {
  const known = patternOf(type, key);
  return text.length <= (known?.maxLength ?? 0) && new RegExp(known?.pattern ?? '$^').test(text);
};

test('names of services, projects, backups and regions are right to both readers or to neither', () => {
  const right = { service: 0, project: 0, backup: 0, region: 0 };
  fc.assert(
    fc.property(nearName, (text) => {
      right.service += isServiceName(text) ? 1 : 0;
      right.project += isProjectName(text) ? 1 : 0;
      right.backup += isBackupName(text, 'clickhouse') ? 1 : 0;
      right.region += isRegionName(text) ? 1 : 0;
      const first = {
        service: serviceNamePattern.test(text),
        source: text !== '' && fits('pg', 'service_to_fork_from', text),
        project: projectNamePattern.test(text),
        sourceProject: text !== '' && fits('pg', 'project_to_fork_from', text),
        backup: fits('opensearch', 'recovery_basebackup_name', text),
        clickhouse: fits('clickhouse', 'recovery_basebackup_name', text),
        region: fits('pg', 'additional_backup_regions', text),
      };
      const second = {
        service: isServiceName(text),
        source: isServiceName(text),
        project: isProjectName(text),
        sourceProject: isProjectName(text),
        backup: isBackupName(text, 'opensearch'),
        clickhouse: isBackupName(text, 'clickhouse'),
        region: isRegionName(text),
      };
      same({ text, ...first }, { text, ...second });
    }),
    runs,
  );
  for (const count of Object.values(right)) expect(count).toBeGreaterThan(50);
});

test.each(secondTypes)(
  '$type can do in a fork what its row says',
  ({ type, forkable, key, refusesFewerNodes, region, tiers, keepsVersion, versions }) => {
    const known = serviceTypes.find(({ name }) => name === type);
    const keys = (known?.userConfig ?? []).map((setting) => setting.key);
    expect(known).toMatchObject({ forkable, refusesFewerNodes, forkKeepsMajorVersion: keepsVersion });
    expect({ source: known?.tiersNotForkable, fork: known?.tiersNotForkTarget }).toEqual(tiers);
    const listed = (known?.versions ?? []).map(({ version, deprecated }) => `${version}${deprecated ? '-' : ''}`);
    if (versions.length > 0) expect(listed).toEqual(versions);
    expect(keys.includes('service_to_fork_from')).toBe(forkable);
    expect(keys.filter((name) => name.startsWith('recovery_'))).toEqual(key === null ? [] : [key]);
    expect(known?.backupRegion !== 'unsupported').toBe(region);
  },
);

test.each(secondPlans)(
  'a plan of $type in tier $tier has the nodes and keeps the backups of its row',
  ({ type, tier, nodes, kept, everyHours, isHourly }) => {
    const known = plansOf(defaultCatalogue, type).filter((plan) => plan.tier === tier);
    expect(known).not.toEqual([]);
    for (const { name, nodes: own, backup } of known) {
      expect([name, own]).toEqual([name, nodes ?? Number(/^premium-(\d+)x-/.exec(name)?.[1])]);
      expect([name, backup]).toMatchObject([name, { maxCount: kept, intervalHours: everyHours }]);
      expect([name, backup.frequentIntervalMinutes]).toEqual([name, isHourly ? 60 : undefined]);
      expect([name, backup.frequentOldestAgeMinutes]).toEqual([name, isHourly ? 24 * 60 : undefined]);
    }
  },
);

test('every type that can be simulated has a row, but for one that its makers took back', () => {
  const rows = secondTypes.map(({ type }) => type);
  expect(serviceTypes.map(({ name }) => name).filter((name) => !rows.includes(name))).toEqual(['alloydbomni']);
});

test('keys of services and plans tell any two apart', () => {
  const part = fc.constantFrom('a', 'b', 'a-b', 'ab');
  fc.assert(
    fc.property(part, part, part, part, (one, two, other, another) => {
      const same = one === other && two === another;
      expect(serviceKey({ project: one, service: two }) === serviceKey({ project: other, service: another })).toBe(
        same,
      );
      expect(planKey(one, two) === planKey(other, another)).toBe(same);
    }),
  );
});
