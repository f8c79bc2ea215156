import { hourMs } from '../../src/domain';
import { chart } from '../../src/cli/show/chart';
import { lineagePicture } from '../../src/cli/show/lineage';
import { wrap } from '../../src/cli/show/prose';
import { fields, table } from '../../src/cli/show/table';
import { instantText, lengthText, lossText } from '../../src/cli/show/time';

describe('tables', () => {
  test('columns stand under their heads, without lines around them', () => {
    expect(
      table(
        ['name', 'type'],
        [
          ['orders', 'pg'],
          ['search', 'opensearch'],
        ],
      ),
    ).toBe('NAME    TYPE\norders  pg\nsearch  opensearch');
  });

  test('a control character of a value does not reach the terminal', () => {
    expect(fields([['note', 'a\u001b[31mb\n']])).toBe('note  a\\u001b[31mb\\n');
  });

  test('fields without a value are left out', () => {
    expect(
      fields([
        ['a', '1'],
        ['bcd', undefined],
        ['ef', '2'],
      ]),
    ).toBe('a   1\nef  2');
  });
});

describe('times', () => {
  test.each([
    [0, '0 s'],
    [999, '0 s'],
    [61_000, '1 min 1 s'],
    [26 * hourMs, '1 d 2 h'],
    [24 * hourMs, '1 d'],
  ])('%d ms is %s', (durationMs, text) => {
    expect(lengthText(durationMs)).toBe(text);
  });

  test('an instant says how far it is from now, before and after', () => {
    const [seven, eight] = ['2026-11-20T07:00:00Z', '2026-11-20T08:00:00Z'];
    expect(instantText(seven, eight)).toBe('2026-11-20T07:00:00Z (20 Nov 07:00 UTC, 60 minutes ago)');
    expect(instantText(eight, seven)).toBe('2026-11-20T08:00:00Z (20 Nov 08:00 UTC, in 60 minutes)');
    expect(instantText(eight, undefined)).toBe(eight);
    expect(instantText('soon', '2026-11-20T08:00:00Z')).toBe('soon');
  });
});

test('prose is broken between words, and keeps its indentation', () => {
  expect(wrap('  one two three', 9)).toEqual(['  one two', '  three']);
});

describe('chart', () => {
  const samples = [1, 2, 4, 8].map((value, index) => ({ at: `t${index}`, value }));

  test('bars grow with the values, and the span stands below', () => {
    expect(chart(samples, { columns: 80, unit: 's' })).toBe('highest 8.0 s, mean 3.8, lowest 1.0\n▂▃▅█\nt0 … t3');
  });

  test('more samples than columns keep their peaks', () => {
    expect(chart(samples, { columns: 2, unit: 's' }).split('\n')[1]).toBe('▃█');
  });

  test('nothing measured is said', () => {
    expect(chart([], { columns: 80, unit: 's' })).toBe('no samples');
  });
});

describe('lineagePicture', () => {
  const link = {
    source_project: 'demo',
    source_service: 'orders',
    source_incarnation: 1,
    source_live: false,
    recovery_point: '2026-11-19T12:00:00Z',
    backup_name: 'backup-1',
    location: 'google-europe-west1',
    role: 'primary' as const,
  };

  test('the oldest ancestor is on top, and one that is gone says so', () => {
    const parent = { ...link, source_service: 'orders-staging', source_live: true, backup_name: 'backup-2' };
    expect(lineagePicture('demo/orders-test', [parent, link])).toBe(
      `demo/orders (gone)
└─ state of 2026-11-19T12:00:00Z, from backup backup-1
   in google-europe-west1 (primary)
   demo/orders-staging
   └─ state of 2026-11-19T12:00:00Z, from backup backup-2
      in google-europe-west1 (primary)
      demo/orders-test`,
    );
  });

  test('what is not a fork stands alone', () => {
    expect(lineagePicture('demo/orders', [])).toBe('demo/orders (not a fork)');
  });
});

test.each([
  [0, 'loses nothing'],
  [5, 'loses 5 min'],
  [1_376, 'loses 22 h 56 min'],
])('a loss of %d minutes is told in words: %s', (minutes, text) => {
  expect(lossText(minutes)).toBe(text);
});
