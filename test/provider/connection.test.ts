import { isUnknown } from '../../src/provider/protocol';
import { toText } from '../../src/provider/values';
import { aForkConfig, aProvider, made, service, told } from './a-provider';

const connection = 'forkcast_service_connection';

describe('the connection to a service', () => {
  test('is told with the password of its administrator, or of the user that is named', async () => {
    const { core, world } = await aProvider();
    world.run({ type: 'CreateUser', project: 'demo', service: 'orders', username: 'ada' });
    const { state, diagnostics } = await core.open(connection, { service_name: 'orders' });
    expect(diagnostics).toEqual([]);
    expect(state?.value).toMatchObject({ project: 'demo', username: 'avnadmin', port: expect.any(Number) });
    expect(state?.value['uri']).toContain(`avnadmin:${toText(state?.value['password'])}@`);
    const other = await core.open(connection, { service_name: 'orders', username: 'ada' });
    expect(other.state?.value['uri']).toContain(`//ada:${toText(other.state?.value['password'])}@`);
    expect(other.state?.value['password']).not.toBe(state?.value['password']);
  });

  test('is unknown while this plan makes the service, and told once it is there', async () => {
    const it = await aProvider();
    await it.core.plan(service, aForkConfig(), null);
    const planned = await it.core.open(connection, { service_name: 'copy' });
    expect([planned.diagnostics, isUnknown(planned.state?.value['uri'])]).toEqual([[], true]);
    const core = await it.again();
    await made(core, aForkConfig());
    expect((await core.open(connection, { service_name: 'copy' })).state?.value['uri']).toContain('avnadmin:');
  });

  test.each([
    [{ service_name: 'gone' }, 'No service demo/gone lives'],
    [{ service_name: '' }, 'service_name is empty; it is the name of a service'],
    [{ service_name: null }, 'service_name is null. Give it a value.'],
    [{ service_name: 'demo/orders' }, 'Write project = "demo" and service_name = "orders"'],
    [{ service_name: 'orders', username: 'nobody' }, 'demo/orders has no user nobody: it has avnadmin'],
  ])('of %j is refused with what there is', async (config, why) => {
    const { core } = await aProvider();
    expect(told((await core.open(connection, config)).diagnostics, 'error')).toEqual([expect.stringContaining(why)]);
  });

  test('is refused where the registry does not show the password', async () => {
    const it = await aProvider();
    it.show((body) => body.replaceAll(/AVNS_\w+/g, '<redacted>'));
    const { diagnostics } = await it.core.open(connection, { service_name: 'orders' });
    expect(told(diagnostics, 'error').join()).toMatch(/does not show the password of avnadmin.*a token that writes/);
  });
});
