import fc from 'fast-check';
import { hourMs, toRfc3339 } from '../../src/domain';
import type { EpochMs } from '../../src/domain';
import { rebuildViews } from '../../src/registry';
import type { Command } from '../../src/registry';
import { aCreate, aWorld, orders } from './world';
import type { World } from './world';
import { runs as examples } from '../whole';

const runs = { numRuns: examples(60) };
const name = fc.constantFrom('alpha', 'beta', 'gamma');

/** What happens to `orders`, or to time. */
const step: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('AdvanceClock' as const), byMs: fc.integer({ min: 0, max: 8 * hourMs }) }),
  fc.record({ type: fc.constant('CreateDatabase' as const), database: name }).map(onOrders),
  fc.record({ type: fc.constant('DeleteDatabase' as const), database: name }).map(onOrders),
  fc.record({ type: fc.constant('CreateUser' as const), username: name }).map(onOrders),
  fc.record({ type: fc.constant('DeleteUser' as const), username: name }).map(onOrders),
  fc.record({ type: fc.constant('ResetUserPassword' as const), username: name }).map(onOrders),
  fc
    .record({ type: fc.constant('WriteRow' as const), database: name, key: name, value: fc.string({ maxLength: 5 }) })
    .map(onOrders),
  fc.record({ type: fc.constant('UpdateService' as const), powered: fc.boolean() }).map(onOrders),
  fc
    .record({ type: fc.constant('UpdateService' as const), plan: fc.constantFrom('startup-4', 'business-4') })
    .map(onOrders),
);

function onOrders<T extends object>(part: T): T & typeof orders {
  return { ...part, ...orders };
}

/** The simplest thing that could be right: sets and a list, copied at every step. */
interface Model {
  readonly databases: ReadonlySet<string>;
  readonly users: ReadonlySet<string>;
  readonly rows: readonly string[];
}

const modelAfter = (model: Model, command: Command): Model => {
  switch (command.type) {
    case 'CreateDatabase':
      return { ...model, databases: new Set([...model.databases, command.database]) };
    case 'DeleteDatabase':
      return {
        ...model,
        databases: new Set([...model.databases].filter((database) => database !== command.database)),
        rows: model.rows.filter((row) => !row.startsWith(`${command.database}:`)),
      };
    case 'CreateUser':
      return { ...model, users: new Set([...model.users, command.username]) };
    case 'DeleteUser':
      return { ...model, users: new Set([...model.users].filter((user) => user !== command.username)) };
    case 'WriteRow':
      return { ...model, rows: [...model.rows, `${command.database}:${command.key}=${command.value}`] };
    default:
      return model;
  }
};

const play = (
  commands: readonly Command[],
): { readonly world: World; readonly moments: ReadonlyMap<EpochMs, Model> } => {
  const world = aWorld();
  world.run(aCreate());
  let model: Model = { databases: new Set(['defaultdb']), users: new Set(['avnadmin']), rows: [] };
  const moments = new Map<EpochMs, Model>([[world.now(), model]]);
  for (const command of commands) {
    if (world.registry.execute(command).kind === 'accepted') model = modelAfter(model, command);
    moments.set(world.now(), model);
  }
  return { world, moments };
};

const contentsOf = (world: World, service: string, at?: EpochMs): Model | undefined => {
  const contents = world.registry.contents({ project: 'demo', service }, at);
  return (
    contents && {
      databases: new Set(contents.databases),
      users: new Set(contents.users.map(({ username }) => username)),
      rows: contents.rows.map((row) => `${row.database}:${row.key}=${row.value}`),
    }
  );
};

describe('the log', () => {
  test('tells what the service held at every instant, as a naive model does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (commands) => {
        const { world, moments } = play(commands);
        for (const [at, model] of moments) expect(contentsOf(world, 'orders', at)).toEqual(model);
      }),
      runs,
    );
  });

  test('gives a fork at T exactly what the service held at T, and later writes do not reach it', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 20 }),
        fc.array(step, { maxLength: 10 }),
        fc.nat(),
        (before, after, pick) => {
          const { world, moments } = play(before);
          const window = world.registry.findService(orders)?.facts.windows?.[0];
          const latest = window?.latest ?? world.now();
          const inside = [...moments].filter(([at]) => at >= (window?.earliest ?? Infinity) && at <= latest);
          const [at, model] = inside[pick % Math.max(1, inside.length)] ?? [];
          if (at === undefined || model === undefined) return;
          const userConfig = { service_to_fork_from: 'orders', recovery_target_time: toRfc3339(at) };
          world.run(aCreate({ service: 'copy', userConfig }));
          for (const command of after) world.registry.execute(command);
          world.registry.execute({ type: 'TerminateService', ...orders });
          expect(contentsOf(world, 'copy')).toEqual(model);
        },
      ),
      runs,
    );
  });

  test('makes the same views again when they are thrown away', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (commands) => {
        const { world } = play(commands);
        const views = () => world.store.read((reader) => reader.views(''));
        const before = views();
        world.store.write(rebuildViews);
        expect(views()).toEqual(before);
        world.store.write(rebuildViews);
        expect(views()).toEqual(before);
      }),
      runs,
    );
  });

  test('lists backups that only ever expire, and whose copies and windows stay in bounds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (commands) => {
        const world = aWorld();
        world.run(aCreate());
        let known = new Set<string>();
        for (const command of commands) {
          const from = world.now();
          world.registry.execute(command);
          const backups = world.registry.findService(orders)?.facts.backups ?? [];
          for (const { name: backup, completedAt } of backups) {
            expect(completedAt).toBeLessThanOrEqual(world.now());
            if (completedAt < from) expect(known).toContain(backup);
          }
          known = new Set(backups.map(({ name: backup }) => backup));
        }
      }),
      runs,
    );
  });
});
