import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, medianOf } from './kit/numbers.mjs';
import { measureNode } from './kit/processes.mjs';
import { planOf } from './review/plan.mjs';

const require = createRequire(import.meta.url);
const [count, forks, rounds] = [5_000, 1_000, 7];
const script = join(import.meta.dirname, 'review', 'step.mjs');

const factsOf = () => {
  const { writeSnapshot } = require('../dist/domain');
  const { aCopiedService, someFacts } = require('../dist/domain/testing');
  const services = Array.from({ length: forks }, (_, index) => aCopiedService({ service: `source-${index}` }));
  return writeSnapshot(someFacts({ services }));
};

/** The card of a big plan, against parsing the plan alone. Each run is a process of its own, and its first. */
export const measure = async () => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-review-'));
  try {
    const files = { plan: join(root, 'plan.json'), facts: join(root, 'facts.json') };
    writeFileSync(files.plan, JSON.stringify(planOf({ count, forks })));
    writeFileSync(files.facts, JSON.stringify(factsOf()));
    const run = (work) => () => measureNode(script, { work, ...files });
    const { parse, review } = await interleaved(rounds, { parse: run('parse'), review: run('review') });
    const [alone, all] = [medianOf(parse, 'workMs'), medianOf(review, 'workMs')];
    const above = medianOf(review, 'peakRssMb') - medianOf(parse, 'peakRssMb');
    const [{ services, findings, bytes }] = review;
    const megabytes = Math.round(statSync(files.plan).size / 1e6);
    return {
      title: 'Review',
      lead:
        `The JSON of a plan of ${count.toLocaleString('en')} resources (${megabytes} MB), ${forks.toLocaleString('en')} forks among ` +
        `them: ${services} services judged with the facts of ${forks.toLocaleString('en')} sources, ${findings} findings, ` +
        `${Math.round(bytes / 1000)} kB of Markdown. The floor reads the file and parses its JSON; each run is the first of a process.`,
      rows: [
        { what: 'the plan read and parsed, nothing else', value: alone, unit: 'ms' },
        { what: 'the plan read into requests', value: medianOf(review, 'readMs'), unit: 'ms' },
        { what: 'judged by every rule', value: medianOf(review, 'checkedMs'), unit: 'ms' },
        { what: 'assembled and rendered', value: medianOf(review, 'renderedMs'), unit: 'ms' },
        { what: 'all of it / parsing alone', value: all / alone, unit: '×', bar: 4 },
        { what: 'memory above that of parsing alone, at its peak', value: above, unit: 'MB', bar: 100 },
      ],
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
