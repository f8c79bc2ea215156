import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openFloor } from './costs/floor.mjs';
import { interleaved, median } from './kit/numbers.mjs';
import { quietEnv } from './kit/processes.mjs';
import { createEstate, execute, executeInBatches, rowOf, serviceOf } from './registry/estate.mjs';

const services = Number(process.env.BENCH_SERVICES ?? '100000');
const rows = Number(process.env.BENCH_ROWS ?? '1000000');
const rounds = Number(process.env.BENCH_ROUNDS ?? '3');
const forkcast = resolve(import.meta.dirname, '../dist/bin/forkcast.js');

const fill = (path) => {
  const registry = createEstate(path);
  const batch = 10_000;
  for (let from = 0; from < services; from += batch)
    executeInBatches(
      registry,
      Array.from({ length: Math.min(batch, services - from) }, (_, index) => serviceOf(`s-${from + index}`)),
    );
  execute(registry, serviceOf('ledger'));
  for (let from = 0; from < rows; from += batch)
    executeInBatches(
      registry,
      Array.from({ length: Math.min(batch, rows - from) }, (_, index) => rowOf('ledger', from + index)),
    );
  registry.close();
};

const serve = (path) =>
  new Promise((done, fail) => {
    const words = [forkcast, 'registry', 'serve', '--listen', '127.0.0.1:0', '--registry', `sqlite:${path}`];
    const child = spawn(process.execPath, words, { env: quietEnv, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', (line) => done({ child, url: /http:\/\/\S+/.exec(String(line))?.[0] }));
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });

/** The time of one whole answer, in ms; what it holds is thrown away as it comes. */
const read = (base) => (path) => async () => {
  const started = performance.now();
  const answer = await fetch(`${base}${path}`);
  for await (const _part of answer.body ?? []);
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
  return performance.now() - started;
};

/** The longest that anybody else waited while something ran. */
const waitDuring = async (health, work) => {
  const state = { running: true, longest: 0 };
  const others = (async () => {
    while (state.running) state.longest = Math.max(state.longest, await health());
  })();
  await work();
  state.running = false;
  await others;
  return state.longest;
};

const peakMb = ({ pid }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const measured = async (path) => {
  const floor = openFloor(path);
  const { child, url } = await serve(path);
  try {
    const ask = read(url);
    const page = ask('/v1/forkcast/service?limit=100');
    const ledger = '/v1/forkcast/project/demo/service/ledger';
    const health = ask('/health');
    await page();
    const results = await interleaved(rounds, {
      floorPage: floor.page,
      page,
      floorList: floor.list,
      list: ask('/v1/project/demo/service'),
      floorRowsPage: floor.rowsPage,
      rowsPage: ask(`${ledger}/rows?limit=100&offset=5000`),
      floorRows: floor.rows,
      digest: ask(`${ledger}/contents`),
      snapshot: ask('/v1/forkcast/snapshot'),
    });
    const of = (name) => median(results[name]);
    const ratio = (name, base) => median(results[name].map((ms, round) => ms / results[base][round]));
    const waits = {
      list: await waitDuring(health, ask('/v1/project/demo/service')),
      digest: await waitDuring(health, ask(`${ledger}/contents`)),
      snapshot: await waitDuring(health, ask('/v1/forkcast/snapshot')),
    };
    return [
      { what: 'a page of 100 services', value: of('page'), unit: 'ms' },
      { what: 'a page / SQLite reading its rows', value: ratio('page', 'floorPage'), unit: '×', bar: 3 },
      { what: 'the whole list', value: of('list'), unit: 'ms' },
      { what: 'the whole list / SQLite reading its rows', value: ratio('list', 'floorList'), unit: '×', bar: 5 },
      { what: 'others wait at most, while it is sent', value: waits.list, unit: 'ms' },
      { what: 'a page of 100 rows, from the 5,000th', value: of('rowsPage'), unit: 'ms' },
      { what: 'a page of rows / SQLite reading them', value: ratio('rowsPage', 'floorRowsPage'), unit: '×' },
      { what: 'the digest of all rows / SQLite reading them', value: ratio('digest', 'floorRows'), unit: '×' },
      { what: 'others wait at most, while it is worked out', value: waits.digest, unit: 'ms' },
      { what: 'the snapshot / SQLite reading the services', value: ratio('snapshot', 'floorList'), unit: '×' },
      { what: 'others wait at most, while it is taken', value: waits.snapshot, unit: 'ms' },
      { what: 'memory of the server, at its peak', value: peakMb(child), unit: 'MB' },
    ];
  } finally {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    floor.close();
  }
};

/** What lists, rows and digests of a large registry cost, against SQLite alone that reads and parses the same rows. */
export const measure = async () => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  try {
    const path = join(root, 'large.db');
    fill(path);
    return {
      title: 'What is shown',
      lead:
        `A served registry of ${services.toLocaleString('en')} services, one of them with ${rows.toLocaleString('en')} rows. The ` +
        'floor is SQLite alone, reading and parsing the same rows of the same file.',
      rows: await measured(path),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
