import {
  createClient,
  type ApiRequest,
  type ApiResponse,
  RegistryUnreachableError,
  type Transport,
  withFacts,
} from '../../src/api';
import { type JsonObject, parseJson } from '../../src/domain';
import type { Outside } from '../../src/provider/client';
import { forkcastProvider } from '../../src/provider/forkcast-provider';
import type { Diagnostic, ObjectValue } from '../../src/provider/protocol';
import { embeddedTransport } from '../registry/embedded-transport';
import { aCreate, aRow, aWorld, type World, type WorldOptions } from '../registry/world';
import { inProcess, stillPorts } from './protocol/caller';
import { type CoreClient, openClient, type StoredObject } from './protocol/client';

/** What happens to a request: it is carried out and its answer is lost, it never arrives, or it is answered with a status. */
export interface Fault {
  readonly on: (request: ApiRequest) => boolean;
  readonly kind: 'answer-lost' | 'never-arrives' | number;
  /** How many requests it meets. @default 1 */
  readonly times?: number;
}

export interface ProviderWorld {
  readonly world: World;
  readonly core: CoreClient;
  /** Requests as `METHOD /path`, reads of a snapshot left out. */
  readonly requests: string[];
  /** From now on these faults, and none of before. */
  readonly fail: (...faults: readonly Fault[]) => void;
  /** From now on bodies of answers go through this. */
  readonly show: (change: (body: string) => string) => void;
  /** Another Terraform command on the same registry. */
  readonly again: () => Promise<CoreClient>;
}

export const service = 'forkcast_service';

/** A provider without Terraform on a registry without a socket: `orders`, a pg of ten rows with a backup, is there. */
export const aProvider = async (
  options: WorldOptions = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<ProviderWorld> => {
  const world = aWorld(options);
  world.run(aCreate());
  world.advance(3_600_000);
  for (let index = 0; index < 10; index += 1) world.run(aRow(`row-${index}`));
  world.advance(3 * 86_400_000);
  const requests: string[] = [];
  let change = (body: string): string => body;
  const shown = ({ body, ...answer }: ApiResponse): ApiResponse => ({
    ...answer,
    body: parseJson(change(JSON.stringify(body))) ?? null,
  });
  const faults: { fault: Fault; left: number }[] = [];
  const inner = embeddedTransport(world.registry, 'memory:');
  const transport: Transport = {
    target: 'memory:',
    send: async (request) => {
      if (!request.path.startsWith('/v1/forkcast/snapshot')) requests.push(`${request.method} ${request.path}`);
      const met = faults.find(({ fault, left }) => left > 0 && fault.on(request));
      if (met === undefined) return shown(await inner.send(request));
      met.left -= 1;
      return failed(met.fault, () => inner.send(request));
    },
    close: () => undefined,
  };
  let drawn = 0;
  const again = async (): Promise<CoreClient> => {
    const outside: Outside = {
      environment: (name) => environment[name],
      connect: () => withFacts(createClient(transport), { now: () => 0 }),
      drawId: () => `drawn-id-${(drawn += 1)}`,
    };
    const ports = stillPorts({
      after: (_ms, fire) => {
        queueMicrotask(fire);
        return () => undefined;
      },
    });
    const core = await openClient(inProcess(forkcastProvider(outside), ports));
    await core.configure({ project: 'demo' });
    return core;
  };
  const fail = (...more: readonly Fault[]): void => {
    faults.splice(0, faults.length, ...more.map((fault) => ({ fault, left: fault.times ?? 1 })));
  };
  const show: ProviderWorld['show'] = (other) => {
    change = other;
  };
  return { world, core: await again(), requests, fail, show, again };
};

const failed = async ({ kind }: Fault, send: () => Promise<ApiResponse>): Promise<ApiResponse> => {
  if (typeof kind === 'number') return { status: kind, body: { message: `status ${kind}` } };
  if (kind === 'answer-lost') await send();
  throw new RegistryUnreachableError('memory:', kind);
};

/** A configuration of a plain service. */
export const aServiceConfig = (part: ObjectValue = {}): ObjectValue => ({
  service_name: 'plain',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'google-europe-west1',
  ...part,
});

/** A configuration of a fork of `orders`. */
export const aForkConfig = (userConfig: ObjectValue = {}, part: ObjectValue = {}): ObjectValue =>
  aServiceConfig({ service_name: 'copy', user_config: { service_to_fork_from: 'orders', ...userConfig }, ...part });

/** The texts of the diagnostics of one severity. */
export const told = (diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): readonly string[] =>
  diagnostics.filter((one) => one.severity === severity).map(({ summary, detail }) => `${summary}: ${detail}`);

/** Makes a resource, and fails the test when that has errors or breaks a law of Terraform. */
export const made = async (core: CoreClient, config: ObjectValue, typeName = service): Promise<StoredObject> => {
  const { state, diagnostics, faults } = await core.change(typeName, config, null);
  expect(told(diagnostics, 'error')).toEqual([]);
  expect(faults).toEqual([]);
  if (state === null) throw new RangeError('Nothing was made.');
  expect(state.tainted).toBeUndefined();
  return state;
};

/** A refresh and a plan, as `terraform plan` does. */
export const replanned = async (
  core: CoreClient,
  config: ObjectValue | null,
  state: StoredObject,
  typeName = service,
) => {
  const read = await core.read(typeName, state);
  expect(told(read.diagnostics, 'error')).toEqual([]);
  const plan = await core.plan(typeName, config, read.state);
  expect(plan.faults).toEqual([]);
  return { read: read.state, plan };
};

/** The live service of a name, as the registry holds it. */
export const live = ({ world }: ProviderWorld, name: string) =>
  world.registry.findService({ project: 'demo', service: name });

export type { JsonObject };
