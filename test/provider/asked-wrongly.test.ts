import { unknown } from '../../src/provider/protocol';
import { aProvider, aServiceConfig, made, service, told } from './a-provider';

test.each([
  ['forkcast_database', 'orders', 'project/service_name/database_name'],
  ['forkcast_service_user', 'demo/orders', 'project/service_name/username'],
  ['forkcast_connection_pool', '', 'project/service_name/pool_name'],
  ['forkcast_service_integration', 'demo/orders/a/b', 'project/source_service_name/integration_id'],
  [service, 'a/b/c', 'project/service'],
])('an import of a %s by %j says which form an id has', async (type, id, form) => {
  const { core } = await aProvider();
  const { state, diagnostics } = await core.import(type, id);
  expect([state, told(diagnostics, 'error')]).toEqual([null, [expect.stringContaining(form)]]);
});

test('an end that takes longer than is allowed leaves the service in the state, and says so', async () => {
  const { core } = await aProvider();
  const state = await made(core, aServiceConfig({ timeouts: { delete: '1s' } }));
  const ended = await core.change(service, null, state);
  expect(told(ended.diagnostics, 'error')).toEqual([expect.stringContaining('no answer came within timeouts.delete')]);
  expect(ended.state?.value['service_name']).toBe('plain');
});

test('an empty text is none, as it is in the environment', async () => {
  const { core } = await aProvider({}, { FORKCAST_PROJECT: 'demo' });
  expect(await core.configure({ registry: '', token: '', project: '' })).toEqual([]);
  expect((await core.plan(service, aServiceConfig(), null)).planned?.['project']).toBe('demo');
});

describe('the policy of the block of the provider', () => {
  test.each(['', ' \n', '{'])('is refused as %j', async (policy) => {
    const { core } = await aProvider();
    expect(told(await core.configure({ policy }), 'error')).toEqual([
      expect.stringMatching(/cannot be used: .*FC_PROVIDER_POLICY/s),
    ]);
  });

  test('is none as null, and a warning where only the apply knows it', async () => {
    const { core } = await aProvider();
    expect(await core.configure({ policy: null })).toEqual([]);
    const diagnostics = await core.configure({ project: 'demo', policy: unknown });
    expect([diagnostics.length, told(diagnostics, 'warning')]).toEqual([
      1,
      [expect.stringMatching(/judged by no policy.*known only while it is applied.*file\("forkcast\.policy\.json"\)/)],
    ]);
    expect(told((await core.plan(service, aServiceConfig(), null)).diagnostics, 'error')).toEqual([]);
  });
});
