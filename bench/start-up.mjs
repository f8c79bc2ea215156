import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { interleaved, median, medianOf } from './kit/numbers.mjs';
import { runNode } from './kit/processes.mjs';
import { createEstate, execute, serviceOf } from './registry/estate.mjs';

const entry = resolve(import.meta.dirname, '../dist/bin/forkcast.js');

/** What a command costs before it does anything, against Node alone. */
export const measure = async () => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  try {
    const path = join(root, 'registry.db');
    const registry = createEstate(path);
    for (let number = 0; number < 10; number += 1) execute(registry, serviceOf(`source-${number}`));
    registry.close();
    const env = { FORKCAST_REGISTRY: `sqlite:${path}` };
    const command =
      (...words) =>
      () =>
        runNode([entry, ...words], { env, cwd: root });
    const results = await interleaved(25, {
      node: () => runNode(['-e', '0'], { cwd: root }),
      version: command('--version'),
      list: command('service', 'list', '--project', 'demo'),
    });
    const ratio = (name) => median(results[name].map(({ wallMs }, round) => wallMs / results.node[round].wallMs));
    return {
      title: 'Start-up',
      lead: 'Whole processes, the floor being Node that does nothing. Each ratio is the median of those of neighbouring runs.',
      rows: [
        { what: 'node -e 0', value: medianOf(results.node, 'wallMs'), unit: 'ms', floor: true },
        { what: 'forkcast --version', value: medianOf(results.version, 'wallMs'), unit: 'ms' },
        { what: 'forkcast service list, 10 services', value: medianOf(results.list, 'wallMs'), unit: 'ms' },
        { what: 'forkcast --version / node -e 0', value: ratio('version'), unit: '×' },
        { what: 'forkcast service list / node -e 0', value: ratio('list'), unit: '×' },
      ],
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
