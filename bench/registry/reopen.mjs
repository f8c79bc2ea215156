// One reopening of a registry's file in a process of its own.
// asked: { path, kind: 'floor' | 'warm' | 'rebuilt' }
import { answer, asked, memoryMb, timed } from '../kit/stopwatch.mjs';
import { execute, openEstate, project, rebuild, rowOf } from './estate.mjs';
import { readBodies } from './floor.mjs';

const { path, kind } = asked();
const before = memoryMb().rssMb;

const reopen = () => {
  if (kind === 'floor') return readBodies(path);
  if (kind === 'rebuilt') rebuild(path);
  const registry = openEstate(path);
  const { events } = registry.status();
  if (registry.services(project)?.length === 0) throw new Error('The registry holds no services.');
  execute(registry, rowOf('source-0', events));
  registry.close();
  return events;
};

const { value: events, wallMs, cpuMs } = timed(reopen);
const memory = memoryMb();
answer({ events, ms: wallMs, cpuMs, before, ...memory });
