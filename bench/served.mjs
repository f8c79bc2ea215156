import { spawn } from 'node:child_process';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { interleaved, median } from './kit/numbers.mjs';
import { measureAtOnce, quietEnv, runNode } from './kit/processes.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? '3');
const [seconds, services] = [4, 10_000];
const forkcast = resolve(import.meta.dirname, '../dist/bin/forkcast.js');
const load = resolve(import.meta.dirname, 'served/load.mjs');
const floorScript = resolve(import.meta.dirname, 'served/floor.mjs');
const insertFloor = resolve(import.meta.dirname, 'served/insert-floor.mjs');
const folders = { root: '' };
const running = new Set();

/** Starts a server, and resolves once it has told its address. */
const start = (words, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, words, { env: quietEnv, stdio: ['ignore', 'pipe', 'ignore'], ...options });
    running.add(child);
    child.stdout.once('data', (line) => done({ child, url: /http:\/\/\S+/.exec(String(line))?.[0] }));
    child.once('exit', (code) => fail(new Error(`${words.join(' ')} ended with ${code}`)));
  });

const stop = ({ child }) =>
  new Promise((done) => {
    running.delete(child);
    child.removeAllListeners('exit');
    child.once('exit', done);
    child.kill('SIGTERM');
  });

const registryAt = (name) => `sqlite:${join(folders.root, `${name}.db`)}`;

const newRegistry = (name) => {
  runNode([forkcast, 'registry', 'init', '--profile', 'instant', '--registry', registryAt(name)]);
  return registryAt(name);
};

const serve = (registry) => start([forkcast, 'registry', 'serve', '--listen', '127.0.0.1:0', '--registry', registry]);

const post = (url, body) =>
  fetch(`${url}/v1/project/demo/service`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then((response) => response.text());

const aService = (name) => ({
  service_name: name,
  service_type: 'pg',
  plan: 'business-4',
  cloud: 'google-europe-west1',
  user_config: {},
});

const fill = async (url, count) => {
  for (let from = 0; from < count; from += 200) {
    const batch = Array.from({ length: Math.min(200, count - from) }, (_, index) => aService(`s-${from + index}`));
    await Promise.all(batch.map((body) => post(url, body)));
  }
};

const path = (index) => `/v1/project/demo/service/s-${index}`;

const rssMb = ({ child }) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Processor time that a process has used, in ms. */
const cpuMs = ({ child }) => {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

const loadOn = async (argument) => (await measureAtOnce(load, [argument]))[0];

const getsAgainstFloor = async () => {
  const served = await serve(newRegistry('get'));
  await fill(served.url, 1_000);
  const text = await (await fetch(`${served.url}${path(0)}`)).text();
  const floor = await start([floorScript, JSON.stringify({ text })]);
  const many = Array.from({ length: 1_000 }, (_, index) => path(index));
  const run = (url, clients, paths) => () => loadOn({ url, clients, seconds, paths });
  const results = await interleaved(rounds, {
    floor1: run(floor.url, 1, [path(0)]),
    get1: run(served.url, 1, [path(0)]),
    any1: run(served.url, 1, many),
    floor50: run(floor.url, 50, [path(0)]),
    get50: run(served.url, 50, [path(0)]),
    any50: run(served.url, 50, many),
  });
  const p50 = (name) => median(results[name].map((result) => result.p50Ms));
  const ratio = (name, floorName) =>
    median(results[name].map((result, round) => result.p50Ms / results[floorName][round].p50Ms));
  const list = await loadOn({ url: served.url, clients: 1, seconds, paths: ['/v1/project/demo/service'] });
  await Promise.all([stop(served), stop(floor)]);
  return [
    { what: 'a constant of the same size, 1 connection', value: p50('floor1'), unit: 'ms', floor: true },
    { what: 'get of a service, 1 connection', value: p50('get1'), unit: 'ms' },
    { what: 'get / constant, 1 connection', value: ratio('get1', 'floor1'), unit: '×', bar: 2 },
    { what: 'get of any of 1,000 / constant, 1 connection', value: ratio('any1', 'floor1'), unit: '×' },
    { what: 'a constant of the same size, 50 connections', value: p50('floor50'), unit: 'ms', floor: true },
    { what: 'get of a service, 50 connections', value: p50('get50'), unit: 'ms' },
    { what: 'get / constant, 50 connections', value: ratio('get50', 'floor50'), unit: '×', bar: 5 },
    { what: 'get of any of 1,000 / constant, 50 connections', value: ratio('any50', 'floor50'), unit: '×' },
    { what: 'list of 1,000 services', value: list.p50Ms, unit: 'ms' },
  ];
};

/** Creates of services by 50 clients, and what each costs the server's processor. */
const createsOn = async (server) => {
  const argument = { url: server.url, clients: 50, seconds, method: 'POST', paths: ['/v1/project/demo/service'] };
  const before = cpuMs(server);
  const { perSecond, failed, count } = await loadOn({ ...argument, prefix: 'c-' });
  const used = cpuMs(server) - before;
  if (failed > 0) throw new Error(`${failed} creates failed`);
  await stop(server);
  return { perSecond, cpu: used / count };
};

const creates = async () => {
  const text = JSON.stringify({ service: aService('a-name-of-usual-length') });
  let number = 0;
  const results = await interleaved(rounds, {
    floor: async () => {
      number += 1;
      const path = join(folders.root, `floor-${number}.db`);
      return createsOn(await start([insertFloor, JSON.stringify({ path, text })]));
    },
    registry: async () => {
      number += 1;
      const served = await serve(newRegistry(`create-${number}`));
      await fill(served.url, 1_000);
      return createsOn(served);
    },
  });
  const rate = (name) => median(results[name].map(({ perSecond }) => perSecond));
  const ratio = median(results.registry.map(({ perSecond }, round) => results.floor[round].perSecond / perSecond));
  const each = median(results.registry.map(({ cpu }) => cpu));
  return [
    { what: 'durable inserts of a bare server, 50 clients', value: rate('floor'), unit: '/s', floor: true },
    { what: 'durable creates, 50 clients', value: rate('registry'), unit: '/s' },
    { what: 'time of a create / of such an insert', value: ratio, unit: '×', bar: 1.4 },
    { what: 'durable creates, processor time of the server for each', value: each, unit: 'ms' },
  ];
};

const startToAnswer = async () => {
  const registry = newRegistry('start');
  const timeOf = (begin) => async () => {
    const started = performance.now();
    const served = await begin();
    await (await fetch(`${served.url}/v1/project`)).text();
    const ms = performance.now() - started;
    await stop(served);
    return ms;
  };
  const results = await interleaved(rounds * 3, {
    floor: timeOf(() => start([floorScript, JSON.stringify({ text: '{}' })])),
    registry: timeOf(() => serve(registry)),
  });
  const ratio = median(results.registry.map((ms, round) => ms / results.floor[round]));
  return [
    { what: 'start to first answer of a bare server', value: median(results.floor), unit: 'ms', floor: true },
    { what: 'start to first answer', value: median(results.registry), unit: 'ms' },
    { what: 'start to first answer / of a bare server', value: ratio, unit: '×', bar: 2 },
  ];
};

const memory = async () => {
  const served = await serve(newRegistry('memory'));
  const idle = rssMb(served);
  await fill(served.url, services);
  const full = rssMb(served);
  await stop(served);
  return [
    { what: 'memory of a server without services', value: idle, unit: 'MB' },
    { what: `memory with ${services.toLocaleString('en')} services made`, value: full, unit: 'MB' },
  ];
};

/** The served registry under load, against a bare server of the same framework. Latencies are medians of a run of four seconds. */
export const measure = async () => {
  folders.root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  try {
    const rows = [];
    for (const part of [startToAnswer, getsAgainstFloor, creates, memory]) rows.push(...(await part()));
    return {
      title: 'The served registry',
      lead:
        'HTTP on the loopback, clients and server on the same cores. The constant is an answer of the same size by the same ' +
        'framework that does nothing else. A create is answered after its commit, as an insert of the bare server is.',
      rows,
    };
  } finally {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folders.root, { recursive: true, force: true });
  }
};
