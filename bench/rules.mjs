import { join } from 'node:path';
import { median } from './kit/numbers.mjs';
import { measureNode } from './kit/processes.mjs';

const count = 1_000;
const script = join(import.meta.dirname, 'rules', 'review.mjs');

/** All rules on many forks, good ones and bad ones. */
export const measure = () => {
  const results = Array.from({ length: 5 }, () => measureNode(script, { count, rounds: 9 }));
  const [{ rules, bad }] = results;
  const of = (estate, field) => median(results.map((result) => result[estate][field]));
  const perSecond = (number, milliseconds) => (1000 * number) / milliseconds;
  return {
    title: 'Rules',
    lead:
      `${rules} rules on 1,000 forks with the facts of 1,000 sources. The good forks have no finding, the bad ones ` +
      `${bad.findings}. "First" is the first review of a process, as every command meets it; "warm" is a later one. ` +
      'The floor is a copy of the same declared services through JSON.',
    rows: [
      { what: 'a copy of the good forks through JSON', value: of('good', 'copyMs'), unit: 'ms' },
      { what: 'good forks, first', value: of('good', 'firstMs'), unit: 'ms' },
      { what: 'good forks, warm', value: of('good', 'warmMs'), unit: 'ms' },
      { what: 'good forks, warm / copy', value: of('good', 'warmMs') / of('good', 'copyMs'), unit: '×' },
      { what: 'good forks judged, first', value: perSecond(count, of('good', 'firstMs')), unit: '/s' },
      { what: 'good forks judged, warm', value: perSecond(count, of('good', 'warmMs')), unit: '/s' },
      { what: 'verdicts given, warm', value: perSecond(count * rules, of('good', 'warmMs')), unit: '/s' },
      { what: 'bad forks judged, warm', value: perSecond(count, of('bad', 'warmMs')), unit: '/s' },
      { what: 'findings worded, warm', value: perSecond(bad.findings, of('bad', 'warmMs')), unit: '/s' },
    ],
  };
};
