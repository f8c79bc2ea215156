import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, median, medianOf } from './kit/numbers.mjs';
import { measureNode } from './kit/processes.mjs';
import { estateSnapshot } from './synth/estate.mjs';

const script = (name) => join(import.meta.dirname, 'synth', name);
const few = 1_000;
const many = 5_000;

/** Median over the rounds of the ratio within a round: neighbours in time meet the same machine. */
const ratio = (upper, lower, field) => median(upper.map((result, round) => result[field] / lower[round][field]));

const withEstates = async (work) => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  try {
    const snapshots = new Map();
    for (const count of [few, many]) {
      snapshots.set(count, join(root, `facts-${count}.json`));
      writeFileSync(snapshots.get(count), estateSnapshot(count));
    }
    const ask = (count) => ({ count, snapshot: snapshots.get(count), out: join(root, 'out') });
    return await work(ask);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** Synth in a fresh process each: with validation, and the same stack with CDKTF's `skipValidation`, where no facts are read. */
export const measure = () =>
  withEstates(async (ask) => {
    const app = (count, validation) => () => measureNode(script('app.mjs'), { ...ask(count), validation });
    const { on, off } = await interleaved(11, { on: app(few, true), off: app(few, false) });
    const { thousand, fiveThousand } = await interleaved(5, {
      thousand: app(few, true),
      fiveThousand: app(many, true),
    });
    const split = Array.from({ length: 5 }, () => measureNode(script('split.mjs'), ask(few)));
    const part = (what, field) => ({ what: `part: ${what}`, value: medianOf(split, field), unit: 'ms' });
    const growth = median(fiveThousand.map((result, round) => result.cpuMs / many / (thousand[round].cpuMs / few)));
    return {
      title: 'Synth',
      lead:
        'A stack of 1,000 forks of three service types and a snapshot of 1,000 sources with 15 backups each, in a fresh ' +
        'process; the modules are loaded before the clock starts. The floor is the same stack with `skipValidation`: no ' +
        'rule runs and no snapshot is read. Each ratio is the median of the ratios of neighbouring runs.',
      rows: [
        { what: 'build and synth of 1,000 forks, validation off', value: medianOf(off, 'buildAndSynthMs'), unit: 'ms' },
        { what: 'build and synth of 1,000 forks, all rules', value: medianOf(on, 'buildAndSynthMs'), unit: 'ms' },
        { what: 'processor time, all rules / validation off', value: ratio(on, off, 'cpuMs'), unit: '×', bar: 1.3 },
        {
          what: 'wall time, all rules / validation off',
          value: ratio(on, off, 'buildAndSynthMs'),
          unit: '×',
          bar: 1.3,
        },
        {
          what: 'the whole process with its start, all rules / validation off',
          value: ratio(on, off, 'wallMs'),
          unit: '×',
        },
        part('constructing the stack', 'buildMs'),
        part('reading the snapshot and its JSON', 'readMs'),
        part('checking the snapshot', 'parseMs'),
        part('requests from the constructs', 'requestsMs'),
        part('all rules on all forks', 'reviewMs'),
        part('synth without validation', 'synthMs'),
        {
          what: 'build and synth of 5,000 forks, all rules',
          value: medianOf(fiveThousand, 'buildAndSynthMs'),
          unit: 'ms',
        },
        { what: 'processor time of one fork, at 5,000 / at 1,000', value: growth, unit: '×', bar: 1.2 },
        { what: 'memory at most, 1,000 forks, validation off', value: medianOf(off, 'peakRssMb'), unit: 'MB' },
        { what: 'memory at most, 1,000 forks, all rules', value: medianOf(on, 'peakRssMb'), unit: 'MB' },
        { what: 'memory at most, 5,000 forks, all rules', value: medianOf(fiveThousand, 'peakRssMb'), unit: 'MB' },
      ],
    };
  });
