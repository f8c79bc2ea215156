import fc from 'fast-check';
import { createRowFilter } from '../../../src/console/list/filter';
import type { Row } from '../../../src/console/list/row';
import { filterableOf, matchesFilter, parseServiceFilter } from '../../../src/domain';

const aRow = (name: string, type: string, cloud: string): Row => ({
  service: {
    ...{ project: 'demo', service_name: name, service_type: type, plan: 'business-4', cloud_name: cloud },
    ...{ state: 'RUNNING', progress_percent: null, progress_phase: null, create_time: '2026-11-20T08:00:00Z' },
    ...{ incarnation: 1, termination_protection: false, forked_from: null, replica_of: null, windows: [] },
    ...{ newest_backup_at: null, backup_count: 0 },
    backup_region: { cloud: null, status: 'none', pause_reason: null, lag_seconds: null },
  },
  createdAt: 0,
  newestBackupAt: null,
  filterable: filterableOf({ project: 'demo', service: name }, { type, plan: 'business-4', cloud }),
});

const pieces = ['a', 'b', 'ab', 'a-b', 'pg', 'mysql', '*', 'type:', 'cloud:', ',', ' ', ' type:pg', ' cloud:a*'];
const typedTexts = fc.array(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), { minLength: 1, maxLength: 4 });
const someRows = fc.array(
  fc
    .tuple(
      fc.constantFrom('a', 'ab', 'b-a', 'ba', 'pg'),
      fc.constantFrom('pg', 'mysql'),
      fc.constantFrom('a', 'b', 'ab'),
    )
    .map(([name, type, cloud]) => aRow(name, type, cloud)),
  { maxLength: 12 },
);

describe('the rows that a filter shows', () => {
  test('are those that match it, whatever was typed before', () => {
    fc.assert(
      fc.property(someRows, typedTexts, (rows, typed) => {
        const filterRows = createRowFilter();
        for (const text of typed)
          for (let length = 1; length <= text.length; length += 1) {
            const read = parseServiceFilter(text.slice(0, length).join(''));
            const expected =
              read.kind === 'fault' ? rows : rows.filter(({ filterable }) => matchesFilter(read.filter, filterable));
            expect(filterRows(rows, read)).toEqual(expected);
          }
      }),
    );
  });

  test('are looked for among those of before while it is typed on, and among all once they are others', () => {
    const looked: string[] = [];
    const watched = (name: string): Row => {
      const row = aRow(name, 'pg', 'x');
      return Object.defineProperty({ ...row }, 'filterable', {
        get: () => {
          looked.push(name);
          return row.filterable;
        },
      });
    };
    const filterRows = createRowFilter();
    const rows = ['ab', 'ac', 'bd'].map(watched);
    const lookedAt = (list: readonly Row[], text: string): string => {
      looked.length = 0;
      filterRows(list, parseServiceFilter(text));
      return looked.join(' ');
    };
    expect(lookedAt(rows, 'a')).toBe('ab ac bd');
    expect(lookedAt(rows, 'ac')).toBe('ab ac');
    expect(lookedAt(rows, 'ac type:pg')).toBe('ac');
    expect(lookedAt(rows, 'a')).toBe('ab ac bd');
    expect(lookedAt([...rows], 'ab')).toBe('ab ac bd');
  });
});
