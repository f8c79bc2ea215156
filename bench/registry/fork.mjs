// Forks of a service with many events: making them, and reading what they hold.
// asked: { path, forks, name: prefix of their names }
import { answer, asked, memoryMb, timed } from '../kit/stopwatch.mjs';
import { median } from '../kit/numbers.mjs';
import { execute, openEstate, project, serviceOf } from './estate.mjs';
import { readBodies } from './floor.mjs';

const { path, forks, name } = asked();
const before = memoryMb().rssMb;
const registry = openEstate(path);
const times = Array.from({ length: forks }, (_, index) => {
  const service = `${name}-${index}`;
  const time = new Date(registry.clock().now).toISOString();
  const userConfig = { service_to_fork_from: 'source-0', recovery_target_time: time };
  const create = timed(() => execute(registry, serviceOf(service, userConfig)));
  const show = timed(() => registry.findService({ project, service }));
  const read = timed(() => registry.contents({ project, service }));
  return { createMs: create.wallMs, showMs: show.wallMs, readMs: read.wallMs, rows: read.value?.rows.length };
});
const memory = memoryMb();
const floor = Array.from({ length: forks }, () => timed(() => readBodies(path)).wallMs);
registry.close();
const of = (field) => median(times.map((time) => time[field]));
answer({
  createMs: of('createMs'),
  showMs: of('showMs'),
  readMs: of('readMs'),
  rows: times[0].rows,
  floorMs: median(floor),
  before,
  ...memory,
});
