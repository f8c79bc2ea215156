import fc from 'fast-check';
import type { Command } from '../../src/registry';
import { createMemoryStore } from './memory-store';
import { createSqliteStore } from '../../src/registry/store/create-sqlite';
import { aCreate, aFork, aRow, aWorld, copy, orders, type World } from './world';
import { runs } from '../whole';

const database = fc.constantFrom('defaultdb', 'shop');
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c').map((key) => aRow(key)) },
  { weight: 3, arbitrary: database.map((name) => ({ ...aRow('k'), database: name }) as Command) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(database, fc.integer({ min: 1, max: 9 }))
      .map(([name, count]): Command => ({ type: 'GenerateRows', ...orders, database: name, count, seed: `s${count}` })),
  },
  { weight: 1, arbitrary: fc.constant<Command>({ type: 'DeleteDatabase', ...orders, database: 'shop' }) },
  { weight: 1, arbitrary: fc.constant<Command>({ type: 'CreateDatabase', ...orders, database: 'shop' }) },
  { weight: 2, arbitrary: fc.constant<Command>({ type: 'AdvanceClock', byMs: 3_600_000 }) },
);

/** What happens to the service happens to another one of its project too, in between. */
const story = (store: Parameters<typeof aWorld>[0], commands: readonly Command[]): World => {
  const world = aWorld(store);
  const beside = { ...orders, service: 'beside' };
  world.run(aCreate(), { ...aCreate(), ...beside }, { type: 'CreateDatabase', ...orders, database: 'shop' });
  for (const one of commands) {
    world.registry.execute(one);
    if ('service' in one) world.registry.execute({ ...one, ...beside });
  }
  world.registry.execute(aFork());
  for (const one of commands.slice(0, 6)) world.registry.execute({ ...one, service: 'copy' } as Command);
  return world;
};

describe('rows that are read in pages', () => {
  test.each(['memory', 'sqlite'])(
    'are those of the whole ledger, wherever a page begins and whatever is meant: %s',
    (kind) => {
      const stores = { memory: createMemoryStore, sqlite: () => createSqliteStore(':memory:') };
      fc.assert(
        fc.property(
          fc.array(command, { maxLength: 25 }),
          fc.integer({ min: 0, max: 40 }),
          fc.integer({ min: 1, max: 12 }),
          fc.constantFrom({}, { database: 'shop' }, { key: 'a' }, { database: 'defaultdb', key: 'k' }),
          fc.integer({ min: 0, max: 30 }),
          (commands, offset, limit, filter, hoursBack) => {
            const store = stores[kind === 'memory' ? 'memory' : 'sqlite']();
            const world = story({ store }, commands);
            const { registry } = world;
            for (const id of [orders, copy]) {
              const at = world.now() - hoursBack * 3_600_000;
              const whole = registry.contents(id, at);
              const meant = (whole?.rows ?? []).filter(
                (row) =>
                  ('database' in filter ? row.database === filter.database : true) &&
                  ('key' in filter ? row.key === filter.key : true),
              );
              expect(registry.rows(id, at, { filter, offset, limit })).toEqual(
                whole && { at, total: meant.length, rows: meant.slice(offset, offset + limit) },
              );
              expect(whole?.rowCount).toBe(whole?.rows.length);
            }
            registry.close();
          },
        ),
        { numRuns: runs(60) },
      );
    },
  );

  test('and their digest come in steps that add up to what is worked out at once', () => {
    const world = aWorld();
    const { registry } = world;
    world.run(aCreate(), { type: 'GenerateRows', ...orders, database: 'defaultdb', count: 5_000, seed: 's' });
    const steps = registry.contentsSteps(orders);
    const seen: unknown[] = [];
    for (let step = steps?.next(); step !== undefined; step = step.done === true ? undefined : steps?.next()) {
      if (seen.length === 0) world.run(aRow('later'));
      seen.push(step.value);
    }
    expect(seen).toHaveLength(3);
    expect(seen.at(-1)).toMatchObject({ rowCount: 5_000 });
    expect(registry.contents(orders)?.rowCount).toBe(5_001);
  });
});
