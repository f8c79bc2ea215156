// So many durable appends, one transaction each, by one process of perhaps many.
// asked: { path, kind: 'registry' | 'floor', stream: service or stream, count, startAt: epoch ms }
import { answer, asked, timed } from '../kit/stopwatch.mjs';
import { execute, openEstate, rowOf } from './estate.mjs';
import { openFloor } from './floor.mjs';

const { path, kind, stream, count, startAt = 0 } = asked();

const writer = () => {
  if (kind === 'floor') {
    const floor = openFloor(path);
    return { append: (index) => floor.append(stream, JSON.stringify(rowOf(stream, index))), close: floor.close };
  }
  const registry = openEstate(path);
  return { append: (index) => execute(registry, rowOf(stream, index)), close: registry.close };
};

const { append, close } = writer();
while (Date.now() < startAt);
const startedAt = Date.now();
const { wallMs, cpuMs } = timed(() => {
  for (let index = 0; index < count; index += 1) append(index);
});
answer({ startedAt, endedAt: Date.now(), perSecond: (1000 * count) / wallMs, cpuPerAppendUs: (1000 * cpuMs) / count });
close();
