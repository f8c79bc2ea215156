import { unknown } from '../../src/provider/protocol';
import { orders, aCreate } from '../registry/world';
import {
  aForkConfig,
  aProvider,
  aServiceConfig,
  live,
  made,
  replanned,
  service,
  told,
  type ProviderWorld,
} from './a-provider';

/** The source ends, and another one of its name is made: a backup of it is there. */
const remake = ({ world }: ProviderWorld): void => {
  world.run({ type: 'TerminateService', ...orders });
  world.advance(60_000);
  world.run(aCreate());
  world.advance(2 * 86_400_000);
};

const aFollower = aServiceConfig({
  service_name: 'copy',
  service_integrations: [{ integration_type: 'read_replica', source_service_name: 'orders' }],
});

describe('a saved plan whose source was made anew since', () => {
  for (const [what, config] of [
    ['a fork', aForkConfig()],
    ['a replica', aFollower],
    ['a replica by its keys', aForkConfig({ pg_read_replica: true })],
  ] as const) {
    test(`is not applied: ${what}`, async () => {
      const it = await aProvider();
      const plan = await it.core.plan(service, config, null);
      expect(told(plan.diagnostics, 'error')).toEqual([]);
      expect(plan.planned).toMatchObject({ source_created_at: expect.stringMatching(/^2026-/) });
      remake(it);
      const again = await (await it.again()).plan(service, config, null);
      expect(it.core.finalFaults(service, plan, again).join()).toMatch(/source_created_at/);
      const { state, diagnostics } = await (await it.again()).applyOnce(service, config, null, plan);
      expect(state).toBeNull();
      const error = told(diagnostics, 'error').join();
      expect(error).toMatch(/demo\/orders was one that was made at 2026-\S+Z; what has the name now was made at 2026-/);
      expect(error).toMatch(/another one than was planned: .* Make the plan again/);
      expect(live(it, 'copy')).toBeUndefined();
      expect((await made(await it.again(), config)).value).toMatchObject({
        source_created_at: again.planned?.['source_created_at'],
      });
    });
  }

  test('is applied where it does not tell of its source, as one of an older provider', async () => {
    const it = await aProvider();
    const plan = await it.core.plan(service, aForkConfig(), null);
    remake(it);
    const older = { ...plan, planned: { ...plan.planned, source_created_at: unknown } };
    const { state, diagnostics } = await (await it.again()).applyOnce(service, aForkConfig(), null, older);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(state?.value).toMatchObject({ source_created_at: expect.stringMatching(/^2026-/) });
  });
});

describe('when the source was made', () => {
  test('stays in the state when the source is made anew after the fork', async () => {
    const it = await aProvider();
    const state = await made(it.core, aForkConfig());
    remake(it);
    const { read, plan } = await replanned(await it.again(), aForkConfig(), state);
    expect(plan.action).toBe('no-op');
    expect(read?.value).toMatchObject({ source_created_at: state.value['source_created_at'] });
  });

  test('is not known while the same plan makes the source, or makes it again', async () => {
    const it = await aProvider();
    const config = aForkConfig({ service_to_fork_from: 'plain' });
    const first = await it.again();
    await first.plan(service, aServiceConfig(), null);
    expect((await first.plan(service, config, null)).planned).toMatchObject({ source_created_at: unknown });
    const source = await made(it.core, aServiceConfig());
    const again = await it.again();
    await again.read(service, source);
    await again.plan(service, aServiceConfig(), { ...source, tainted: true });
    expect((await again.plan(service, config, null)).planned).toMatchObject({ source_created_at: unknown });
  });

  test('is not known while the source is not, and nothing where there is none', async () => {
    const { core } = await aProvider();
    const planned = async (config: Parameters<typeof core.plan>[1]) => (await core.plan(service, config, null)).planned;
    expect(await planned(aForkConfig({ service_to_fork_from: unknown }))).toMatchObject({ source_created_at: unknown });
    expect(await planned(aServiceConfig({ user_config: unknown }))).toMatchObject({ source_created_at: unknown });
    expect(await planned(aServiceConfig())).toMatchObject({ source_created_at: null });
  });
});
