import { type ApiRequest, createClient, type Transport, withFacts } from '../../../src/api';
import type { Outside } from '../../../src/provider/client';
import { forkcastProvider } from '../../../src/provider/forkcast-provider';
import { type Connection, createService } from '../../../src/provider/protocol/service';
import { embeddedTransport } from '../../registry/embedded-transport';
import type { World } from '../../registry/world';
import { StatusError } from '../protocol/caller';
import { type CoreClient, openClient } from '../protocol/client';
import { type Kill, project, requestsOf } from './configuration';
import { virtualTime } from './virtual-time';

/** The provider on one registry, as core starts it: a process for every walk, which can be killed. */
export interface Provider {
  /** Starts one, configured for a walk; `kill`: where it dies. */
  readonly start: (walk: 'plan' | 'apply', kill?: Kill) => Promise<CoreClient>;
  /** Starts one to validate with: it is not configured. */
  readonly startBare: () => CoreClient;
  /** The one that was started last is dead. */
  readonly isDead: () => boolean;
}

/** Installs the provider, so that its schema is read once; answers how it is used on a registry, of which one is used at a time. */
export const installProvider = async (): Promise<(world: World) => Provider> => {
  let process: Process | undefined;
  const core = await openClient({
    call: async (method, request) => {
      process ??= new Process(serviceOn(undefined).connect(), undefined);
      const answer = await Promise.race([process.connection.call(method, request), process.death]);
      if (answer.kind === 'failed') throw new StatusError(answer.status, answer.why);
      if (answer.kind === 'stream') throw new RangeError(`${method} answers a stream.`);
      return answer.message;
    },
    close: () => Promise.resolve(),
  });
  return (world) => {
    const { connect, rest } = machineOf(world, () => process);
    const startBare = (kill?: Kill): CoreClient => {
      rest();
      process = new Process(connect(), kill);
      return core;
    };
    const start = async (walk: 'plan' | 'apply', kill?: Kill): Promise<CoreClient> => {
      await startBare(kill).configure({ project }, walk);
      return core;
    };
    return { start, startBare: () => startBare(), isDead: () => process?.isDead === true };
  };
};

const serviceOn = (
  machine: { readonly transport: Transport; readonly time: ReturnType<typeof virtualTime> } | undefined,
) => {
  let drawn = 0;
  const outside: Outside = {
    environment: () => undefined,
    connect: () => {
      if (machine === undefined) throw new RangeError('It is not configured.');
      return withFacts(createClient(machine.transport), { now: () => 0 });
    },
    drawId: () => `drawn-id-${(drawn += 1)}`,
  };
  const { now, after } = machine?.time ?? { now: () => 0, after: () => () => undefined };
  return createService(forkcastProvider(outside), { now, after, log: () => undefined });
};

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** Where processes run: a registry that they reach while they live, and a clock. */
const machineOf = (world: World, running: () => Process | undefined) => {
  const inner = embeddedTransport(world.registry, 'memory:');
  const time = virtualTime(world.wall);
  const transport: Transport = {
    target: 'memory:',
    send: async (request) => {
      const process = running();
      const death = process?.deathAt(request);
      if (process?.isDead === true) return never();
      if (death === undefined) return inner.send(request);
      if (death === 'after') await inner.send(request);
      process?.die();
      return never();
    },
    close: () => undefined,
  };
  const service = serviceOn({ transport, time });
  return { connect: service.connect, rest: time.clear };
};

const unavailable = 14;

/** One process: it lives until it meets a request. */
class Process {
  isDead = false;
  private met = 0;
  private end: () => void = () => undefined;
  /** What every call is answered with that it does not answer any more. */
  readonly death = new Promise<{ readonly kind: 'failed'; readonly status: number; readonly why: string }>(
    (resolve) => {
      this.end = () => resolve({ kind: 'failed', status: unavailable, why: 'Plugin did not respond' });
    },
  );

  constructor(
    readonly connection: Connection,
    private readonly kill: Kill | undefined,
  ) {}

  /** Whether it dies of this request, and when. */
  deathAt({ method, path }: ApiRequest): Kill['when'] | undefined {
    if (this.kill === undefined || !requestsOf[this.kill.at].test(`${method} ${path}`)) return undefined;
    this.met += 1;
    return this.met === (this.kill.at === 'look' ? this.kill.nth : 1) ? this.kill.when : undefined;
  }

  die(): void {
    this.isDead = true;
    this.end();
  }
}
