import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fill } from './costs/fill.mjs';
import { openFloor } from './costs/floor.mjs';
import { interleaved, median } from './kit/numbers.mjs';
import { quietEnv } from './kit/processes.mjs';
import { project } from './registry/estate.mjs';

const services = Number(process.env.BENCH_SERVICES ?? '100000');
const rows = Number(process.env.BENCH_ROWS ?? '1000000');
const rounds = Number(process.env.BENCH_ROUNDS ?? '3');
const forkcast = resolve(import.meta.dirname, '../dist/bin/forkcast.js');

const serve = (path) =>
  new Promise((done, fail) => {
    const words = [forkcast, 'registry', 'serve', '--listen', '127.0.0.1:0', '--registry', `sqlite:${path}`];
    const child = spawn(process.execPath, words, { env: quietEnv, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', (line) => done({ child, url: /http:\/\/\S+/.exec(String(line))?.[0] }));
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });

/** The time of one whole answer, in ms; what it holds is thrown away as it comes, but for its end. */
const read = (base) => {
  const agent = new Agent({ keepAlive: true });
  return (path, onEnd = (_tail) => {}) =>
    () =>
      new Promise((done, fail) => {
        const started = performance.now();
        get(`${base}${typeof path === 'string' ? path : path()}`, { agent }, (answer) => {
          let tail = '';
          answer
            .on('data', (part) => (tail = (tail + part.subarray(-1_000).toString('latin1')).slice(-1_000)))
            .on('error', fail);
          answer.on('end', () => {
            if (answer.statusCode !== 200) return fail(new Error(`${path} was answered with ${answer.statusCode}`));
            done(performance.now() - started);
            onEnd(tail);
          });
        }).on('error', fail);
      });
};

/** What a process and all its threads have worked so far, in ms: neighbours on a busy machine do not count. */
const workedMs = ({ pid }) => {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const worked = tasks.map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]));
  return worked.reduce((sum, ns) => sum + ns, 0) / 1e6;
};

/** How long a process works for one of many answers in a row, which are small. */
const workOf =
  (process, work, count = 1) =>
  async () => {
    const before = workedMs(process);
    for (let done = 0; done < count; done += 1) await work();
    return (workedMs(process) - before) / count;
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

/** The path of each next page, and what learns it from the end of the one before. */
const onward = () => {
  let cursor = '';
  const path = () => `/v1/forkcast/service?limit=100${cursor}`;
  return [
    path,
    (tail) => {
      const next = /"next":"([^"]+)"/.exec(tail)?.[1];
      cursor = next === undefined ? '' : `&cursor=${next}`;
    },
  ];
};

/** Small answers that are measured together. */
const many = 50;

/** @param {{ pid?: number }} child */
const peakMb = ({ pid }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** The peak of a command line that lists all services. */
const clientMb = (url) =>
  new Promise((done, fail) => {
    const words = [forkcast, 'service', 'list', '--project', project, '--registry', url];
    const child = spawn(process.execPath, words, { env: quietEnv, stdio: ['ignore', 'ignore', 'inherit'] });
    let peak = 0;
    const looks = setInterval(() => {
      peak = Math.max(peak, peakMb(child) || 0);
    }, 20);
    child.once('exit', (code) => {
      clearInterval(looks);
      if (code === 0) done(peak);
      else fail(new Error(`the client ended with ${code}`));
    });
  });

const measured = async (path) => {
  const floor = openFloor(path);
  const { child, url } = await serve(path);
  try {
    const ask = read(url);
    const page = ask('/v1/forkcast/service?limit=100');
    const ledger = '/v1/forkcast/project/demo/service/ledger';
    const health = ask('/health');
    await page();
    const walk = ask(...onward());
    const list = ask('/v1/project/demo/service');
    const rowsPage = ask(`${ledger}/rows?limit=100&offset=5000`);
    const alone = (work, count) => workOf(process, async () => work(), count);
    const served = (work, count) => workOf(child, work, count);
    const results = await interleaved(rounds, {
      floorPage: alone(floor.page, many),
      page: served(page, many),
      walk: served(walk, many),
      health: served(health, many),
      floorList: alone(floor.list),
      list: served(list),
      floorRowsPage: alone(floor.rowsPage, many),
      rowsPage: served(rowsPage, many),
      floorRows: alone(floor.rows),
      digest: served(ask(`${ledger}/contents`)),
      snapshot: served(ask('/v1/forkcast/snapshot')),
    });
    const of = (name) => median(results[name]);
    const ratio = (name, base) => median(results[name].map((ms, round) => ms / results[base][round]));
    const waits = {
      list: await waitDuring(health, list),
      digest: await waitDuring(health, ask(`${ledger}/contents`)),
      snapshot: await waitDuring(health, ask('/v1/forkcast/snapshot')),
    };
    return [
      { what: 'an answer that says nothing, over HTTP', value: of('health'), unit: 'ms' },
      { what: 'SQLite reading 100 services', value: of('floorPage'), unit: 'ms' },
      { what: 'a page of 100 services', value: of('page'), unit: 'ms' },
      { what: 'a page / SQLite reading its rows', value: ratio('page', 'floorPage'), unit: '×', bar: 3 },
      { what: 'pages that nobody has asked for yet, each', value: of('walk'), unit: 'ms' },
      { what: 'such a page / SQLite reading 100 services again', value: ratio('walk', 'floorPage'), unit: '×' },
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
      { what: 'memory of a client that lists them all, at its peak', value: await clientMb(url), unit: 'MB' },
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
    fill(path, { services, rows });
    return {
      title: 'What is shown',
      lead:
        `A served registry of ${services.toLocaleString('en')} services, one of them with ${rows.toLocaleString('en')} rows. The ` +
        'floor is SQLite alone, reading and parsing the same rows of the same file. Both are measured in processor time, the server with ' +
        'all that HTTP takes of it. A page that was shown before is read, compared and sent; one that was not is described too. Of the ' +
        'whole list, of 2.5 kB a service, writing its JSON takes 17 %, reading and parsing the views 18 %, collecting garbage 7 %, sending ' +
        '5 %, and describing each service with its backups, addresses and passwords the rest: that is what keeps it above its bar.',
      rows: await measured(path),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
