import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore, openRegistry, openSqliteStore, type Registry } from '../../../src/registry';
import { createFaults, createServer } from '../../../src/registry/http/server';
import { aCreate, aRow, aWallClock, aWorld } from '../world';

describe('the head of a registry', () => {
  test('asked for again in a turn tells what this process changed, and in the next one what others did', () => {
    const folder = mkdtempSync(join(tmpdir(), 'forkcast-turns-'));
    const path = join(folder, 'registry.db');
    const world = aWorld({ store: createSqliteStore(path) });
    const { registry } = world;
    const other = openRegistry({ store: openSqliteStore(path), wallClock: aWallClock() });
    const [first, second] = [{}, {}];
    const { version } = registry.head(first);
    other.execute(aCreate());
    expect(registry.head(first).version).toBe(version);
    expect([registry.head(second).version, registry.head().version]).toEqual([version + 1, version + 1]);
    world.run(aRow('one'));
    expect(registry.head(second).version).toBe(version + 2);
    for (const one of [registry, other]) one.close();
    rmSync(folder, { recursive: true });
  });

  test('is that of one turn for all requests that came in with it, before their bodies and after', async () => {
    const { registry, wall } = aWorld();
    const turns: (object | undefined)[] = [];
    const watched: Registry = {
      ...registry,
      head: (turn) => {
        turns.push(turn);
        return registry.head(turn);
      },
    };
    const server = createServer({
      served: { current: () => watched },
      wallClock: wall,
      faults: createFaults(),
      defer: (work) => void setImmediate(work),
      pause: () => Promise.resolve(),
      log: undefined,
      loopback: true,
      runId: 'run',
    });
    const get = () => server.inject({ method: 'GET', url: '/v1/project/demo/service/none' });
    await Promise.all([get(), get()]);
    await new Promise((turn) => setImmediate(turn));
    const together = turns.splice(0);
    expect(together.length).toBeGreaterThanOrEqual(2);
    expect(new Set(together).size).toBe(1);
    await get();
    expect(turns[0]).toBeDefined();
    expect(turns[0]).not.toBe(together[0]);
    await server.close();
  });
});
