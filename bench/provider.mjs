import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from './kit/numbers.mjs';
import { runNode } from './kit/processes.mjs';
import { hundredForks, hundredPlain } from './provider/hundred.mjs';
import { handshakeRounds, idleMemoryMb, provider, startResident } from './provider/process.mjs';
import { plansOfOne } from './provider/one.mjs';

const entry = resolve(import.meta.dirname, '../dist/bin/forkcast.js');

/** A registry whose services run at once, with one service to fork. */
const openRegistry = (root) => {
  const location = `sqlite:${join(root, 'registry.db')}`;
  const forkcast = (...words) => runNode([entry, ...words, '--registry', location], { cwd: root });
  forkcast('registry', 'init', '--profile', 'instant');
  const place = ['--service-type', 'pg', '--plan', 'business-4', '--cloud', 'google-europe-west1'];
  forkcast('service', 'create', 'source', ...place, '--project', 'demo', '--wait');
  return location;
};

const ms = (what, value) => ({ what, value, unit: 'ms' });
const times = (what, value, bar) => ({ what, value, unit: '×', bar });

/** What the provider costs beside `terraform_data`, which starts no process. Bars are ratios to what Terraform alone takes in the same run. */
export const measure = async () => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  const rounds = Number(process.env.BENCH_ROUNDS ?? '5');
  let resident;
  try {
    const registry = openRegistry(root);
    const handshake = await handshakeRounds(rounds * 5);
    const memoryMb = await idleMemoryMb();
    resident = await startResident(root);
    const context = { root, registry, rounds, reattach: resident.reattach };
    const one = await plansOfOne(context);
    const hundred = await hundredPlain(context);
    const forks = await hundredForks({ ...context, rounds: Math.min(rounds, 3) });
    return {
      title: 'The provider',
      lead:
        'The Terraform provider beside `terraform_data`, which is built in and starts no process: in one run, in turns. "Fresh" starts ' +
        'processes as Terraform does by itself, "resident" finds one running (`TF_REATTACH_PROVIDERS`). The registry is embedded, its ' +
        'profile `instant`. An apply is one of a saved plan.',
      rows: [
        { ...ms('node -e 0', median(handshake.node)), floor: true },
        ms('spawn to handshake line', median(handshake.line)),
        {
          what: 'spawn to handshake line / node -e 0',
          value: median(handshake.line.map((value, at) => value / handshake.node[at])),
          unit: '×',
          bar: 1.8,
        },
        ms('plan of 1, terraform_data', one.builtIn),
        ms('plan of 1, fresh', one.fresh),
        ms('plan of 1, resident, beyond terraform_data', one.residentBeyond),
        times('the same / plan of 1, terraform_data', one.residentBeyond / one.builtIn, 0.4),
        ms('plan of 100, terraform_data', hundred.plan.builtIn),
        ms('plan of 100, resident, beyond terraform_data, each', hundred.plan.beyond / 100),
        times('all of that / plan of 100, terraform_data', hundred.plan.beyond / hundred.plan.builtIn, 1.6),
        ms('apply of 100, terraform_data', hundred.apply.builtIn),
        ms('apply of 100, resident, beyond terraform_data, each', hundred.apply.beyond / 100),
        times('all of that / apply of 100, terraform_data', hundred.apply.beyond / hundred.apply.builtIn, 1.6),
        ms('apply of 100 forks, fresh', forks.provider),
        ms('apply of 100 local-exec of node -e 0', forks.localExec),
        { what: 'apply of 100 forks, fresh / local-exec of node -e 0', value: forks.ratio, unit: '×', bar: 0.5 },
        { what: 'JavaScript of the provider', value: statSync(provider).size / 1e6, unit: 'MB', bar: 1 },
        { what: 'idle memory', value: memoryMb, unit: 'MB', bar: 70 },
      ],
    };
  } finally {
    resident?.stop();
    rmSync(root, { recursive: true, force: true });
  }
};
