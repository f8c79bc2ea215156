import Module from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import fs, { existsSync, readFileSync, writeSync } from 'node:fs';
import { createEmbedded } from '../../src/registry/embedded';
import { lazyRegistry } from '../../src/registry/embedded/open-embedded';

/**
 * A process that founds registries, or writes to one that is made anew again and again.
 * `node worker.js PATH found SEED [STEP]`: founds a registry with this seed in the place of what is there, and kills itself before its
 *   STEP-th call of the driver or the file system; without STEP, prints how many there are.
 * `node worker.js PATH reset FROM TO`: founds one after the other, and notes each that is done in PATH.done.
 * `node worker.js PATH write PREFIX`: writes rows until it is told to end, and prints for each that was acknowledged: the seed that was
 *   done before, the seed of the registry that took it, and its key.
 * `node worker.js PATH watch`: looks at the registry until it is told to end, and prints what it sees that is not whole.
 */
const [path = '', what = '', first = '', second = ''] = process.argv.slice(2);
const wallClock = { now: () => Date.now() };
const service = { project: 'demo', service: 'orders' } as const;

const found = (seed: string): void =>
  createEmbedded({
    path,
    wallClock,
    seed,
    id: seed,
    founding: seed,
    replace: true,
    world: {
      formatVersion: 1,
      profile: 'instant',
      organizations: ['acme'],
      projects: [{ name: 'demo', organization: 'acme' }],
      services: [
        { service: 'demo/orders', type: 'pg', plan: 'business-4', createdAt: '-2d' },
        { service: 'demo/last', type: 'pg', plan: 'business-4', createdAt: '-1d' },
      ],
    },
  }).close();

const doneFile = `${path}.done`;
const readDone = (): string => (existsSync(doneFile) ? readFileSync(doneFile, 'utf8') : '0');

let told = false;
process.stdin.on('end', () => (told = true)).resume();
const breath = () => new Promise((resolve) => setImmediate(resolve));

const write = async (prefix: string): Promise<void> => {
  const { use, close } = lazyRegistry({ path, wallClock, pause });
  for (let count = 0; !told; count += 1) {
    const key = `${prefix}-${count}`;
    const before = readDone();
    const seed = await use((registry) =>
      registry.together(() => {
        const outcome = registry.execute({ type: 'WriteRow', ...service, database: 'defaultdb', key, value: 'v' });
        return outcome.kind === 'accepted' ? registry.status().seed : `refused:${outcome.refusal.code}`;
      }),
    );
    writeSync(1, `${before} ${seed} ${key}\n`);
    await breath();
  }
  close();
};

const watch = async (): Promise<void> => {
  for (let looks = 0; !told; looks += 1) {
    const { use, close } = lazyRegistry({ path, wallClock, pause });
    const [names, tokens] = await use((registry) => [
      registry.services('demo')?.map((one) => one.facts.service),
      registry.tokens(),
    ]);
    if (names?.join() !== 'last,orders' || tokens.length !== 1) writeSync(1, `${names?.join()} ${tokens.length}\n`);
    close();
    await breath();
  }
};

type Call = (...given: readonly unknown[]) => unknown;

/** Counts what the process asks of the driver and of the file system, and dies before the one that it is told. */
const dyingAt = (step: number): (() => number) => {
  let steps = 0;
  const count = (): void => {
    steps += 1;
    if (steps === step) process.kill(process.pid, 'SIGKILL');
  };
  for (const name of ['openSync', 'linkSync', 'renameSync', 'rmSync', 'fsyncSync', 'chmodSync', 'mkdirSync'] as const) {
    const before: Call = Reflect.get<object, string>(fs, name);
    Reflect.set(fs, name, (...given: readonly unknown[]) => (count(), before(...given)));
  }
  const load: Call = Reflect.get<object, string>(Module, '_load');
  Reflect.set(Module, '_load', (...given: readonly unknown[]) => {
    const loaded = load(...given);
    return String(given[0]).endsWith('.node') ? countedDriver(loaded as Driver, count) : loaded;
  });
  return () => steps;
};

interface Driver {
  readonly DatabaseSync: new (path: string) => { exec(sql: string): void; prepare(sql: string): object };
}

const countedDriver = ({ DatabaseSync }: Driver, count: () => void): Driver => ({
  DatabaseSync: class extends DatabaseSync {
    override exec(sql: string): void {
      count();
      super.exec(sql);
    }
    override prepare(sql: string): object {
      const statement = super.prepare(sql);
      return new Proxy(statement, {
        get: (_target, name) => {
          const method: Call = Reflect.get<object, string | symbol>(statement, name);
          return (...given: readonly unknown[]) => (count(), method.apply(statement, [...given]));
        },
      });
    }
  },
});

const main = async (): Promise<void> => {
  switch (what) {
    case 'found': {
      const steps = dyingAt(Number(second));
      found(first);
      writeSync(1, String(steps()));
      break;
    }
    case 'reset':
      for (let seed = Number(first); seed <= Number(second); seed += 1) {
        found(String(seed));
        fs.writeFileSync(doneFile, String(seed));
      }
      break;
    case 'write':
      return write(first);
    default:
      return watch();
  }
};
void main().then(() => process.exit(0));
