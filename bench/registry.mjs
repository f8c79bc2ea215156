import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, median, medianOf } from './kit/numbers.mjs';
import { measureAtOnce, measureNode } from './kit/processes.mjs';
import { execute, createEstate, fillEstate, openEstate, serviceOf } from './registry/estate.mjs';

const script = (name) => join(import.meta.dirname, 'registry', name);
const rounds = 5;
const appends = 2_000;
const writers = 10;
const appendsEach = 300;

const appendAlone = async (root) => {
  const path = { registry: join(root, 'alone.db'), floor: join(root, 'alone-floor.db') };
  const registry = createEstate(path.registry);
  execute(registry, serviceOf('source-0'));
  registry.close();
  const run = (kind) => () =>
    measureNode(script('append.mjs'), { kind, path: path[kind], stream: 'source-0', count: appends });
  const results = await interleaved(rounds, { floor: run('floor'), registry: run('registry') });
  const [floor, own] = [medianOf(results.floor, 'perSecond'), medianOf(results.registry, 'perSecond')];
  return [
    {
      what: 'SQLite alone: one version read and one row inserted in a durable transaction',
      value: floor,
      unit: '/s',
      floor: true,
    },
    { what: 'registry: one command decided, appended and projected in a durable transaction', value: own, unit: '/s' },
    { what: 'time of one command / time of one bare transaction', value: floor / own, unit: '×' },
    { what: 'processor time of one command', value: medianOf(results.registry, 'cpuPerAppendUs'), unit: 'µs' },
  ];
};

/** Each writer has a service of its own; all write to one stream, that of their project. */
const appendAtOnce = async (root) => {
  const path = { registry: join(root, 'many.db'), floor: join(root, 'many-floor.db') };
  const registry = createEstate(path.registry);
  for (let number = 0; number < writers; number += 1) execute(registry, serviceOf(`source-${number}`));
  const before = registry.status().events;
  registry.close();
  const run = (kind) => async () => {
    const startAt = Date.now() + 1_000;
    const results = await measureAtOnce(
      script('append.mjs'),
      Array.from({ length: writers }, (_, number) => ({
        kind,
        path: path[kind],
        stream: kind === 'floor' ? 'demo' : `source-${number}`,
        count: appendsEach,
        startAt,
      })),
    );
    const seconds =
      (Math.max(...results.map((one) => one.endedAt)) - Math.min(...results.map((one) => one.startedAt))) / 1000;
    return { perSecond: (writers * appendsEach) / seconds };
  };
  const results = await interleaved(3, { floor: run('floor'), registry: run('registry') });
  const reopened = openEstate(path.registry);
  const lost = before + 3 * writers * appendsEach - reopened.status().events;
  reopened.close();
  if (lost !== 0) throw new Error(`${lost} acknowledged events are lost.`);
  const [floor, own] = [medianOf(results.floor, 'perSecond'), medianOf(results.registry, 'perSecond')];
  return [
    { what: `SQLite alone: ${writers} processes at once, in all`, value: floor, unit: '/s' },
    { what: `registry: ${writers} processes at once, in all; none lost, none refused`, value: own, unit: '/s' },
    { what: 'the same, bare transactions / commands', value: floor / own, unit: '×' },
  ];
};

const forkOfMany = async (root) => {
  const path = join(root, 'fork.db');
  const registry = createEstate(path);
  fillEstate(registry, { services: 1, rows: 10_000 });
  registry.close();
  const results = Array.from({ length: rounds }, (_, round) =>
    measureNode(script('fork.mjs'), { path, forks: 5, name: `fork-${round}` }),
  );
  if (results.some(({ rows }) => rows !== 10_000))
    throw new Error('A fork does not hold the 10,000 rows of its source.');
  const of = (field) => medianOf(results, field);
  return [
    { what: 'reading and parsing the bodies of 10,000 events with SQLite alone', value: of('floorMs'), unit: 'ms' },
    { what: 'making a fork of a service with 10,000 events', value: of('createMs'), unit: 'ms' },
    { what: 'showing that fork for the first time, with the digest of its data', value: of('showMs'), unit: 'ms' },
    { what: 'reading its 10,000 rows, with their digest', value: of('readMs'), unit: 'ms' },
    { what: 'reading its rows / reading the bodies', value: of('readMs') / of('floorMs'), unit: '×' },
    {
      what: 'memory while doing so, above an idle process',
      value: median(results.map((one) => one.peakRssMb - one.before)),
      unit: 'MB',
    },
  ];
};

const reopening = async (root) => {
  const path = join(root, 'reopen.db');
  const registry = createEstate(path);
  fillEstate(registry, { services: 100, rows: 1_000 });
  registry.close();
  const run = (kind) => () => measureNode(script('reopen.mjs'), { path, kind });
  const { floor, warm, rebuilt } = await interleaved(rounds, {
    floor: run('floor'),
    warm: run('warm'),
    rebuilt: run('rebuilt'),
  });
  const memory = (results) => median(results.map((one) => one.peakRssMb - one.before));
  return [
    {
      what: 'reading and parsing the bodies of 100,000 events with SQLite alone',
      value: medianOf(floor, 'ms'),
      unit: 'ms',
    },
    {
      what: 'reopening a log of 100,000 events, projection warm: status, 100 services, one write',
      value: medianOf(warm, 'ms'),
      unit: 'ms',
    },
    { what: 'reopening it with the projection rebuilt from the log', value: medianOf(rebuilt, 'ms'), unit: 'ms' },
    { what: 'rebuilding / reading the bodies', value: medianOf(rebuilt, 'ms') / medianOf(floor, 'ms'), unit: '×' },
    { what: 'memory above an idle process: bodies read by SQLite alone', value: memory(floor), unit: 'MB' },
    { what: 'memory above an idle process: warm', value: memory(warm), unit: 'MB' },
    { what: 'memory above an idle process: rebuilt', value: memory(rebuilt), unit: 'MB' },
  ];
};

/** The registry on SQLite, in files of the temporary folder. */
export const measure = async () => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  try {
    const rows = [];
    for (const part of [appendAlone, appendAtOnce, forkOfMany, reopening]) rows.push(...(await part(root)));
    return {
      title: 'Registry',
      lead:
        'A SQLite file in the temporary folder, WAL, synchronous FULL. Every append is durable when it returns. ' +
        'What the disk does to a flush decides the rates, so compare the ratios.',
      rows,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
