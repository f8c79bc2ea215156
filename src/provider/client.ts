import { RequestRefusedError, type RegistryReader, type ResourceClient } from '../api';
import type { Facts, OwnerLabel, ServiceId, ServiceRequest } from '../domain';
import { type EnginePorts, type RealTerms, progressLines } from '../engine';
import { type Configuration, GrowingConfiguration, type Policy } from '../rules';
import type { ApplyCall } from './protocol';
import type { ServiceNames } from './service-names';

/** What the provider takes from the process that it runs in. */
export interface Outside {
  /** The value of an environment variable; undefined: not set, or empty. */
  readonly environment: (name: string) => string | undefined;
  /** Opens the registry that a text names, else the environment's, else the default, when it is first asked. */
  readonly connect: (options: {
    readonly registry?: string;
    readonly token?: string;
    /** What may be made at a real account; absent: nothing. */
    readonly real?: RealTerms;
    /** How long what was read of a real account serves this command. @default 0 */
    readonly keptMs?: number;
    /** Takes what is said of such a reading. @default nobody */
    readonly log?: (line: string) => void;
  }) => ResourceClient | Promise<ResourceClient>;
  /** Writes a line to the user's terminal, past Terraform; absent: nobody asked for it. */
  readonly tell?: (line: string) => void;
  /** A new id that nobody else draws: of who holds a service. */
  readonly drawId: () => string;
  /** Name of this machine, for people; absent: not told. */
  readonly host?: string;
}

/** What the operations of one Terraform command work with. */
export interface Forkcast {
  /** All that a plan, a read, an import and a data source get. Undefined: where the registry is, is known only after apply. */
  readonly registry: RegistryReader | undefined;
  /** The registry for who applies. */
  readonly writer: (call: Pick<ApplyCall<Forkcast>, 'applies'>) => ResourceClient | undefined;
  readonly project: string | undefined;
  /** What may be made, changed and ended at a real account. */
  readonly real: RealTerms;
  /** What plans are judged by besides; undefined: nothing is named, or it is not known yet. */
  readonly policy: Policy | undefined;
  /** Tells apart the configurations that may ask for the same service. */
  readonly stack: string;
  /** What the configuration calls the maker of a service, by `project/service`; where it names none, the service's name serves. */
  readonly paths: ReadonlyMap<string, string>;
  /** Declared moves, by `project/service`: whose service it was. */
  readonly movedFrom: ReadonlyMap<string, Pick<OwnerLabel, 'stack' | 'path'>>;
  /** What this command has planned so far: in the order of the graph, so a source comes before its fork. */
  readonly planned: PlannedServices;
  /** What this command knows of names that are held: it ends with the command, since a resident process serves many. */
  readonly names: ServiceNames;
  /** The same of what is in services, by type and id. */
  readonly members: ServiceNames;
  readonly outside: Outside;
}

/** The services that one Terraform command has planned. */
export class PlannedServices {
  private readonly all = new GrowingConfiguration();

  /** Remembers a service; a second plan of it takes the place of the first. Returns all of them. */
  remember(request: ServiceRequest): Configuration {
    const before = this.all.byAddress.get(request.address);
    if (before !== undefined) this.all.remove(before);
    this.all.put(request);
    return this.all;
  }
}

/**
 * What the registry knows of some services, or of all; undefined where it may not be asked: where it is, is not known yet, it is
 * the vendor's, or the token does not reach that far. A wrong token is an error. @throws RegistryUnreachableError, RequestRefusedError
 */
export const readFacts = async (
  { registry }: Forkcast,
  only: readonly ServiceId[] | undefined,
): Promise<Facts | undefined> => {
  if (registry === undefined) return undefined;
  try {
    return await registry.facts(only);
  } catch (error) {
    if (error instanceof RequestRefusedError && [403, 404].includes(error.status)) return undefined;
    throw error;
  }
};

const ends = new WeakMap<AbortSignal, Promise<void>>();

/** Resolves when the signal is aborted: one promise, and one listener, for all operations of a command. */
const waitForEnd = (signal: AbortSignal): Promise<void> => {
  const end =
    ends.get(signal) ??
    new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  ends.set(signal, end);
  return end;
};

/** The ports of the engine for one operation. `secrets` are values of the configuration, by the path where they stand; others are named. */
export const enginePorts = (
  { client, signal, until, now, log }: ApplyCall<Forkcast>,
  registry: ResourceClient,
  secrets: ReadonlyMap<string, string> = new Map(),
): EnginePorts => ({
  client: registry,
  clock: { now },
  sleep: (ms) => new Promise((resolve) => until(ms).addEventListener('abort', () => resolve())),
  environment: (name) => secrets.get(name) ?? client.outside.environment(name),
  signal,
  stopped: waitForEnd(signal),
  progress: progressLines((line) => {
    log('info', line);
    client.outside.tell?.(`forkcast: ${line}`);
  }),
});
