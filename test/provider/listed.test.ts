import { aForkConfig, aProvider, aServiceConfig, made, service, told } from './a-provider';

const named = (name: string) => ({ project: 'demo', service_name: name });

const aFullProvider = async () => {
  const it = await aProvider();
  await made(it.core, aForkConfig());
  await made(it.core, aServiceConfig());
  return it;
};

describe('services that a query lists', () => {
  test('are all of a project, by name, each with its source, its owner and what can be restored', async () => {
    const { core } = await aFullProvider();
    const { found, diagnostics, faults } = await core.list(service, {});
    expect([diagnostics, faults]).toEqual([[], []]);
    expect(found.map(({ identity }) => identity)).toEqual([named('copy'), named('orders'), named('plain')]);
    expect(found[0]?.name).toMatch(
      /^copy: pg business-4 in .*, fork of demo\/orders at 20[^,]+, held by terraform forkcast_service of demo\/copy/,
    );
    expect(found[1]?.name).toMatch(/held by nobody, restorable 20.* to /);
  });

  test('are those that the filter keeps, and no more than are asked for', async () => {
    const { core } = await aFullProvider();
    const names = async (...asked: Parameters<typeof core.list>) => {
      const { found, faults } = await core.list(...asked);
      expect(faults).toEqual([]);
      return found.map(({ identity }) => identity['service_name']);
    };
    expect(await names(service, { filter: 'forked:yes' })).toEqual(['copy']);
    expect(await names(service, { filter: 'owner:none' })).toEqual(['orders']);
    expect(await names(service, {}, { limit: 2 })).toEqual(['copy', 'orders']);
  });

  test('come whole where that is asked for, without a password, as an import finds them', async () => {
    const { core } = await aFullProvider();
    const { found, faults } = await core.list(service, { filter: 'forked:yes' }, { isWhole: true });
    expect(faults).toEqual([]);
    expect(found[0]?.object).toMatchObject({
      plan: 'business-4',
      service_uri: null,
      lineage: { source_service: 'orders' },
    });
  });

  test('are told to be of no project where that is wrong', async () => {
    const { core } = await aProvider();
    expect(told((await core.list(service, { project: 'gone' })).diagnostics, 'error').join()).toMatch(/gone/);
    await core.configure({});
    expect(told((await core.list(service, {})).diagnostics, 'error').join()).toContain('No project is named');
  });
});
