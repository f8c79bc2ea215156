import { forkcastProvider } from '../../src/provider/forkcast-provider';
import { createClient, withFacts } from '../../src/api';
import { embeddedTransport } from '../registry/embedded-transport';
import { aCreate, aWorld, type World } from '../registry/world';
import { aServiceConfig, made, service, told } from './a-provider';
import { inProcess, stillPorts } from './protocol/caller';
import { type CoreClient, openClient } from './protocol/client';

/** A provider block: another one asks another registry. */
const aBlock = async (target: string, world: World): Promise<CoreClient> => {
  const transport = { ...embeddedTransport(world.registry, 'memory:'), target };
  const outside = {
    environment: () => undefined,
    connect: () => withFacts(createClient(transport), { now: () => 0 }),
    drawId: () => 'an-owner',
  };
  const core = await openClient(inProcess(forkcastProvider(outside), stillPorts({})));
  await core.configure({ project: 'demo' });
  return core;
};

const bothAt = async (first: string, second: string, others: (world: World) => void = () => undefined) => {
  const state = await made(await aBlock(first, aWorld()), aServiceConfig());
  const other = aWorld();
  other.run(aCreate());
  others(other);
  return { state, core: await aBlock(second, other) };
};

describe('a state whose provider asks another registry', () => {
  test('is told that what it has lives on where it was made', async () => {
    const { state, core } = await bothAt('sqlite:/one.db', 'sqlite:/two.db');
    const read = await core.read(service, state);
    expect(read.state).toBeNull();
    expect(told(read.diagnostics, 'warning').join()).toMatch(/has it from sqlite:\/one\.db, .*asks sqlite:\/two\.db/);
    const ended = await core.change(service, null, state);
    expect(told(ended.diagnostics, 'warning').join()).toMatch(/demo\/plain is not in this registry/);
  });

  test('is told where the registry at the address never had the service', async () => {
    const { state, core } = await bothAt('sqlite:/one.db', 'sqlite:/one.db');
    const read = await core.read(service, state);
    expect(read.state).toBeNull();
    expect(told(read.diagnostics, 'warning').join()).toMatch(
      /demo\/plain was never in this registry.*it was made anew/,
    );
  });

  test('is told nothing where the registry is the same, and the service has ended', async () => {
    const plain = { project: 'demo', service: 'plain' } as const;
    const { state, core } = await bothAt('sqlite:/one.db', 'sqlite:/one.db', (world) =>
      world.run(aCreate(plain), { type: 'TerminateService', ...plain }),
    );
    expect(await core.read(service, state)).toMatchObject({ state: null, diagnostics: [] });
  });
});
