import { createClient, httpTransport, withFacts } from '../../src/api';
import { expiryTag, hourMs, serviceKey, toRfc3339 } from '../../src/domain';
import { mayChange, nothingAllowed, withRails } from '../../src/engine';
import type { Outside } from '../../src/provider/client';
import { forkcastProvider } from '../../src/provider/forkcast-provider';
import type { ObjectValue } from '../../src/provider/protocol';
import { createFaults, createServer } from '../../src/registry/http/server';
import { aCreate, aRow, aWorld, type World } from '../registry/world';
import { aForkConfig } from './a-provider';
import { inProcess, stillPorts } from './protocol/caller';
import { type CoreClient, openClient } from './protocol/client';

/** An account at a server that is not told from the vendor's: `orders` is in project `demo`, and `other` holds nothing. */
export interface RealAccount {
  readonly world: World;
  readonly faults: ReturnType<typeof createFaults>;
  /** Requests as they came in, `METHOD /path`. */
  readonly seen: string[];
  /** Lines for the terminal. */
  readonly told: string[];
  /** Another Terraform command with this block of the provider. */
  readonly run: (block?: ObjectValue) => Promise<CoreClient>;
  readonly close: () => Promise<void>;
}

/** What the block of the provider allows, unless a test says otherwise. */
export const allowing = (forks: ObjectValue = {}, projects: readonly string[] = ['demo']): ObjectValue => ({
  project: 'demo',
  allow_real: projects,
  real_forks: { most: 3, plans: ['business-4'], live_for: '48h', dry_run: null, ...forks },
});

/** The clock of this machine may be ahead of the account's. */
export const aRealAccount = async (aheadMs = 0): Promise<RealAccount> => {
  const world = aWorld({ profile: 'realistic' });
  world.run(aCreate());
  world.advance(hourMs);
  world.run(aRow('row-1'));
  world.advance(3 * 24 * hourMs);
  const faults = createFaults();
  const [seen, told]: [string[], string[]] = [[], []];
  const server = createServer({
    served: { current: () => world.registry },
    wallClock: world.wall,
    faults,
    defer: (work) => queueMicrotask(work),
    pause: () => Promise.resolve(),
    loopback: true,
    strictVendor: true,
    log: { write: () => undefined },
    logLevel: 'error',
    runId: 'test',
  });
  server.addHook('onRequest', (request, _reply, next) => {
    seen.push(`${request.method} ${request.url}`);
    next();
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const clock = { now: () => world.now() + aheadMs };
  const pass = (ms: number): Promise<void> => Promise.resolve(void world.advance(Math.ceil(ms)));
  let drawn = 0;
  const outside: Outside = {
    environment: () => undefined,
    tell: (line) => void told.push(line),
    connect: ({ real = nothingAllowed, ...reading }) => {
      const transport = httpTransport({
        url,
        simulatorOnly: true,
        mayChange: mayChange(real),
        clock: { now: clock.now, pause: pass },
      });
      const client = withFacts(createClient(transport), clock, reading);
      return withRails(client, real, { clock, sleep: pass });
    },
    drawId: () => `provider-drawn-id-${(drawn += 1)}`,
  };
  const ports = stillPorts({
    now: clock.now,
    after: (ms, fire) => {
      world.advance(Math.ceil(ms));
      queueMicrotask(fire);
      return () => undefined;
    },
  });
  const run = async (block: ObjectValue = allowing()): Promise<CoreClient> => {
    const core = await openClient(inProcess(forkcastProvider(outside), ports));
    await core.configure(block);
    return core;
  };
  return { world, faults, seen, told, run, close: () => server.close() };
};

/** A fork of `orders` that says its end. */
export const aRealFork = ({ world }: RealAccount, part: ObjectValue = {}, tags: ObjectValue = {}): ObjectValue =>
  aForkConfig({}, { tags: { [expiryTag]: toRfc3339(world.now() + 24 * hourMs), ...tags }, ...part });

/** Names of the live services, from the registry's own list. */
export const liveNames = ({ world }: RealAccount): readonly string[] =>
  [...world.registry.facts().services.values()].map(serviceKey).sort();
