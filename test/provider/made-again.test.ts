import type { ObjectValue } from '../../src/provider/protocol';
import { toJson } from '../../src/provider/values';
import { aCreate } from '../registry/world';
import { aForkConfig, aProvider, live, made, type ProviderWorld, service, told } from './a-provider';
import type { CoreClient, StoredObject } from './protocol/client';

const fork = aForkConfig({ recovery_target_time: '2026-11-02T00:00:00Z' });

/** As `-replace` plans it: what the first call answered, and then a create with what it kept. */
const replaced = async (core: CoreClient, config: ObjectValue, state: StoredObject) => {
  const first = await core.planOnce(service, config, state);
  return core.planOnce(service, config, { value: null, private: first.private });
};

/** Terraform reads a tainted object out of its state, and plans it as one to be made. */
const tainted = async (core: CoreClient, config: ObjectValue, state: StoredObject) => {
  await core.upgrade(service, 0, JSON.stringify(toJson(state.value)));
  return core.planOnce(service, config, null);
};

const ways = [
  ['asked to be replaced', replaced],
  ['tainted', tainted],
] as const;

const noLonger: readonly (readonly [string, (it: ProviderWorld) => void, ObjectValue, RegExp])[] = [
  ['its time is before the window', ({ world }) => world.advance(40 * 86_400_000), fork, /before the recovery window/i],
  [
    'its source is gone',
    ({ world }) => world.run({ type: 'TerminateService', project: 'demo', service: 'orders' }),
    fork,
    /was terminated/i,
  ],
];

describe.each(ways)('a live fork that is %s', (_way, plan) => {
  test.each(noLonger)('is not ended when it cannot be made again: %s', async (_why, then, config, error) => {
    const it = await aProvider();
    const state = await made(it.core, config);
    then(it);
    const { diagnostics } = await plan(await it.again(), config, state);
    expect(told(diagnostics, 'error').join()).toMatch(error);
    expect(told(diagnostics, 'warning').join()).toMatch(
      /^Plan destroys a live service and makes it again: demo\/copy [^]*would be lost: \d+ rows[^]*nothing is ended[^]*To keep it/,
    );
    expect(told(diagnostics, 'warning').join().includes('untaint')).toBe(plan === tainted);
    expect(live(it, 'copy')).toBeDefined();
  });

  test('is not ended while it is protected', async () => {
    const it = await aProvider();
    const state = await made(it.core, fork);
    it.world.run({ type: 'UpdateService', project: 'demo', service: 'copy', terminationProtection: true });
    const { diagnostics } = await plan(await it.again(), fork, state);
    expect(told(diagnostics, 'error').join()).toMatch(/^Termination protection forbids the destruction: demo\/copy /);
  });

  test('is ended and made again where it can be, and the plan says what is lost', async () => {
    const it = await aProvider();
    const { diagnostics } = await plan(await it.again(), fork, await made(it.core, fork));
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(told(diagnostics, 'warning').join()).toMatch(/Plan destroys a live service[^]*would be lost: \d+ rows/);
  });
});

test('a tainted object that never lived is made, and nothing is said of an end', async () => {
  const it = await aProvider();
  const state = await made(it.core, fork);
  it.world.run({ type: 'TerminateService', project: 'demo', service: 'copy' });
  const { diagnostics, action } = await tainted(await it.again(), fork, state);
  expect(action).toBe('create');
  expect(told(diagnostics, 'error')).toEqual([]);
  expect(told(diagnostics, 'warning').join()).not.toMatch(/Plan destroys/);
});

describe('a service that a replica follows', () => {
  const withReplica = async () => {
    const it = await aProvider();
    const state = await made(it.core, fork);
    it.world.advance(3_600_000);
    const follow = { integrationType: 'read_replica', sourceService: 'copy' } as const;
    it.world.run(aCreate({ service: 'reader', integrations: [follow] }));
    return { it, state };
  };
  const left = /^Service is ended while replicas follow it: demo\/copy is ended, and these follow it: demo\/reader\./;

  test.each(ways)('is ended and made again (%s): the plan names the replica', async (_way, plan) => {
    const { it, state } = await withReplica();
    const { diagnostics } = await plan(await it.again(), fork, state);
    expect(told(diagnostics, 'warning')).toContainEqual(expect.stringMatching(left));
  });

  test('is ended: the plan names the replica', async () => {
    const { it, state } = await withReplica();
    const { diagnostics } = await (await it.again()).plan(service, null, state);
    expect(told(diagnostics, 'warning')).toEqual([expect.stringMatching(left)]);
  });
});
