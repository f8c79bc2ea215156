import { lineageText } from '../../../src/review/render/lineage-text';

const node = (name: string) => ({ name, state: 'live' as const, cloud: 'aws-eu-west-1' });
const edge = (source: string, fork: string) => ({ source, fork, at: '2026-11-19T02:00:00Z' });

describe('lineageText', () => {
  test('a fork stands below what it was forked from, with the instant of it', () => {
    const nodes = ['p/a', 'p/b', 'p/c', 'p/d'].map(node);
    const edges = [edge('p/a', 'p/b'), edge('p/b', 'p/c'), edge('p/a', 'p/d')];
    expect(lineageText({ nodes, edges })).toEqual([
      'p/a   aws-eu-west-1, live',
      '├─ p/b   aws-eu-west-1, live, as of 2026-11-19T02:00:00Z',
      '│  └─ p/c   aws-eu-west-1, live, as of 2026-11-19T02:00:00Z',
      '└─ p/d   aws-eu-west-1, live, as of 2026-11-19T02:00:00Z',
    ]);
  });

  test('nothing stands where nothing is forked, and of many the first', () => {
    expect(lineageText({ nodes: [node('p/a')], edges: [] })).toEqual([]);
    const names = Array.from({ length: 40 }, (_, index) => `p/s${index}`);
    const lines = lineageText({ nodes: names.map(node), edges: names.slice(1).map((name) => edge('p/s0', name)) });
    expect([lines.length, lines.at(-1)]).toEqual([13, '… and 28 more: forkcast review --format html']);
  });
});
