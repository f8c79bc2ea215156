// The served registry under load, against a bare server of the same framework, in one run.
// usage: node bench/served.mjs [--seconds 4] [--rounds 3] [--services 10000]
import { spawn } from 'node:child_process';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { interleaved, median } from './kit/numbers.mjs';
import { measureAtOnce, quietEnv, runNode } from './kit/processes.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    services: { type: 'string', default: '10000' },
  },
});
const [seconds, rounds, services] = [Number(values.seconds), Number(values.rounds), Number(values.services)];
const forkcast = resolve(import.meta.dirname, '../dist/bin/forkcast.js');
const load = resolve(import.meta.dirname, 'served/load.mjs');
const floorScript = resolve(import.meta.dirname, 'served/floor.mjs');
const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
const running = new Set();

/** Starts a server, and resolves once it has told its address. */
const start = (words, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, words, { env: quietEnv, stdio: ['ignore', 'pipe', 'ignore'], ...options });
    running.add(child);
    child.stdout.once('data', (line) => done({ child, url: /http:\/\/\S+/.exec(String(line))[0] }));
    child.once('exit', (code) => fail(new Error(`${words.join(' ')} ended with ${code}`)));
  });

const stop = ({ child }) =>
  new Promise((done) => {
    running.delete(child);
    child.removeAllListeners('exit');
    child.once('exit', done);
    child.kill('SIGTERM');
  });

const registryAt = (name) => `sqlite:${join(root, `${name}.db`)}`;

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

const report = (metric, value, unit, bar, holds = (limit) => value <= limit) => {
  const verdict = bar === undefined ? '' : ` (bar ${bar}: ${holds(bar) ? 'held' : 'MISSED'})`;
  process.stdout.write(`${metric}: ${value.toFixed(value < 10 ? 3 : 0)} ${unit}${verdict}\n`);
};

const measure = async (argument) => (await measureAtOnce(load, [argument]))[0];

const getsAgainstFloor = async () => {
  const served = await serve(newRegistry('get'));
  await fill(served.url, 1_000);
  const text = await (await fetch(`${served.url}${path(0)}`)).text();
  const floor = await start([floorScript, JSON.stringify({ text })]);
  const many = Array.from({ length: 1_000 }, (_, index) => path(index));
  const run = (url, clients, paths) => () => measure({ url, clients, seconds, paths });
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
  report('a constant of the same size, 1 connection, p50', p50('floor1'), 'ms');
  report('get of a service, 1 connection, p50', p50('get1'), 'ms');
  report('get / constant, 1 connection', ratio('get1', 'floor1'), 'x', 2);
  report('get of any of 1,000 / constant, 1 connection', ratio('any1', 'floor1'), 'x');
  report('a constant of the same size, 50 connections, p50', p50('floor50'), 'ms');
  report('get of a service, 50 connections, p50', p50('get50'), 'ms');
  report('get / constant, 50 connections', ratio('get50', 'floor50'), 'x', 5);
  report('get of any of 1,000 / constant, 50 connections', ratio('any50', 'floor50'), 'x');
  const list = await measure({ url: served.url, clients: 1, seconds, paths: ['/v1/project/demo/service'] });
  report('list of 1,000 services, p50', list.p50Ms, 'ms');
  await Promise.all([stop(served), stop(floor)]);
};

const creates = async () => {
  const [rates, cpus] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const served = await serve(newRegistry(`create-${round}`));
    await fill(served.url, 1_000);
    const argument = { url: served.url, clients: 50, seconds, method: 'POST', paths: ['/v1/project/demo/service'] };
    const before = cpuMs(served);
    const { perSecond, failed, count } = await measure({ ...argument, prefix: 'c-' });
    cpus.push((cpuMs(served) - before) / count);
    if (failed > 0) throw new Error(`${failed} creates failed`);
    rates.push(perSecond);
    await stop(served);
  }
  report('durable creates, 50 clients', median(rates), 'per s', 3_000, (bar) => median(rates) >= bar);
  report('durable creates, processor time of the server for each', median(cpus), 'ms');
};

const startToAnswer = async () => {
  const registry = newRegistry('start');
  const times = [];
  for (let round = 0; round < rounds * 3; round += 1) {
    const started = performance.now();
    const served = await serve(registry);
    await (await fetch(`${served.url}/v1/project`)).text();
    times.push(performance.now() - started);
    await stop(served);
  }
  report('start to first answer', median(times), 'ms', 400);
};

const memory = async () => {
  const served = await serve(newRegistry('memory'));
  report('memory of a server without services', rssMb(served), 'MB');
  await fill(served.url, services);
  report(`memory with ${services} services made`, rssMb(served), 'MB');
  await stop(served);
};

try {
  await startToAnswer();
  await getsAgainstFloor();
  await creates();
  await memory();
} finally {
  for (const child of running) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
}
