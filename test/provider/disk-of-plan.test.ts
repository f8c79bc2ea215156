import { unknown } from '../../src/provider/protocol';
import { aForkConfig, aProvider, aServiceConfig, live, made, replanned, service, told } from './a-provider';

const diskOf = ({ world }: Awaited<ReturnType<typeof aProvider>>, plan: string): number | undefined =>
  world.registry.facts().catalogue.plans.get(`pg/${plan}`)?.diskMb;

describe('the disk of a new service', () => {
  test('is planned as its plan has it where nobody asks for one', async () => {
    const it = await aProvider();
    const { planned } = await (await it.again()).plan(service, aForkConfig(), null);
    expect(planned).toMatchObject({ disk_space_mb: diskOf(it, 'business-4') });
    const state = await made(it.core, aForkConfig());
    expect((await replanned(it.core, aForkConfig(), state)).plan.action).toBe('no-op');
  });

  test('is not known where the plan is not, or another value is', async () => {
    const { core } = await aProvider();
    const later = async (part: object) => (await core.plan(service, aServiceConfig({ ...part }), null)).planned;
    expect(await later({ plan: unknown })).toMatchObject({ disk_space_mb: unknown });
    expect(await later({ disk_space_mb: unknown })).toMatchObject({ disk_space_mb: unknown });
  });

  test('is the one that it has, where a declared move takes a service over', async () => {
    const it = await aProvider();
    await made(it.core, aServiceConfig());
    const own = diskOf(it, 'business-4') ?? 0;
    const more = own + 10_240;
    it.world.run({ type: 'UpdateService', project: 'demo', service: 'plain', diskSpaceMb: more });
    const mover = await it.again();
    await mover.configure({
      project: 'demo',
      stack: 'two',
      moved_from: { 'demo/plain': { stack: 'terraform', path: 'forkcast_service of demo/plain' } },
    });
    const { state, diagnostics, faults } = await mover.change(service, aServiceConfig(), null);
    expect([told(diagnostics, 'error'), faults]).toEqual([[], []]);
    expect(state?.value).toMatchObject({ disk_space_mb: more });
    expect(live(it, 'plain')?.facts.diskSpaceMb).toBe(more);
  });
});
