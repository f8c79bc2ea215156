import type { ObjectValue } from '../../src/provider/protocol';
import { aCreate } from '../registry/world';
import { aProvider, aServiceConfig, live, made, type ProviderWorld, replanned, service, told } from './a-provider';

const following = (source: string): ObjectValue =>
  aServiceConfig({
    service_name: 'replica',
    service_integrations: [{ integration_type: 'read_replica', source_service_name: source }],
  });

const followed = (it: ProviderWorld) => live(it, 'replica')?.facts.replicaOf;

describe('a read replica', () => {
  test('is made together with its integration, and unchanged by a second plan', async () => {
    const it = await aProvider();
    const state = await made(it.core, following('orders'));
    expect(followed(it)).toBe('demo/orders');
    expect((await replanned(it.core, following('orders'), state)).plan).toMatchObject({ action: 'no-op' });
  });

  test('stays one when the block is taken out', async () => {
    const it = await aProvider();
    const state = await made(it.core, following('orders'));
    const config = aServiceConfig({ service_name: 'replica' });
    const { state: after, diagnostics } = await it.core.change(service, config, state);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(followed(it)).toBe('demo/orders');
    expect(after).not.toBeNull();
  });

  test('is said to stay one, and how it is promoted, by the plan that takes the block out; not once it is promoted', async () => {
    const it = await aProvider();
    const state = await made(it.core, following('orders'));
    const config = aServiceConfig({ service_name: 'replica' });
    const [integration] = live(it, 'replica')?.facts.integrations ?? [];
    const warned = async () => told((await replanned(it.core, config, state)).plan.diagnostics, 'warning').join();
    expect(await warned()).toMatch(
      new RegExp(
        `demo/replica goes on following demo/orders.*integration-delete ${integration?.id} --project demo`,
        's',
      ),
    );
    it.world.run({ type: 'DeleteIntegration', project: 'demo', integrationId: integration?.id ?? '' });
    expect(followed(it)).toBeNull();
    expect(await warned()).not.toContain('replica');
  });

  test('never follows another service later', async () => {
    const it = await aProvider();
    await made(it.core, aServiceConfig());
    const state = await made(it.core, following('orders'));
    const { plan } = await replanned(it.core, following('plain'), state);
    expect(told(plan.diagnostics, 'error').join()).toMatch(
      /was made with service_integrations .* read only while a service is made/,
    );
  });

  test('is none of a service that lives already', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig({ service_name: 'replica' }));
    const { plan } = await replanned(it.core, following('orders'), state);
    expect(told(plan.diagnostics, 'error').join()).toMatch(/service_integrations/);
  });

  test('is imported, and its block may be written then', async () => {
    const it = await aProvider();
    await made(it.core, following('orders'));
    const { state } = await it.core.import(service, 'demo/replica');
    if (state === null) throw new RangeError('Nothing was imported.');
    const { plan } = await replanned(it.core, following('orders'), state);
    expect(told(plan.diagnostics, 'error')).toEqual([]);
    expect(['update', 'no-op']).toContain(plan.action);
  });

  test.each([
    ['a service that is not there', 'nope', {}, 'source/not-found'],
    ['itself', 'replica', {}, 'source/not-found'],
    [
      'a service of another type',
      'orders',
      { service_type: 'mysql', plan: 'business-4' },
      'source/replica-type-mismatch',
    ],
    ['more than fits its disk', 'large', { plan: 'startup-4' }, 'sizing/replica-disk-below-data'],
  ])('of %s is refused in the plan, by the rule that check names', async (_title, source, asked, rule) => {
    const it = await aProvider();
    it.world.run(aCreate({ service: 'large', plan: 'business-8', dataSizeMb: 100_000 }));
    const plan = await it.core.plan(service, { ...following(source), ...asked }, null);
    expect(told(plan.diagnostics, 'error').join()).toContain(rule);
  });

  test.each([null, ''])('names what it follows, not %j', async (source) => {
    const { core } = await aProvider();
    const config = aServiceConfig({
      service_integrations: [{ integration_type: 'read_replica', source_service_name: source }],
    });
    expect(told(await core.validate(service, config), 'error').join()).toMatch(
      source === null ? /source_service_name is null/ : /"" has length 0, allowed are 1 to 64/,
    );
  });

  test('is the only integration that a service is made with', async () => {
    const { core } = await aProvider();
    const config = aServiceConfig({
      service_integrations: [{ integration_type: 'metrics', source_service_name: 'orders' }],
    });
    expect(told(await core.validate(service, config), 'error').join()).toMatch(/"metrics" is not one of/);
  });
});

describe('a network and static addresses', () => {
  test('are asked for, and what the registry does not simulate it refuses', async () => {
    for (const [asked, said] of [
      [{ project_vpc_id: 'demo/vpc-1' }, /simulates no private networks/],
      [{ static_ips: ['ip-1'] }, /[Ss]tatic/],
    ] as const) {
      const { core } = await aProvider();
      const { state, diagnostics } = await core.change(service, aServiceConfig(asked), null);
      expect(told(diagnostics, 'error').join()).toMatch(said);
      expect(state).toBeNull();
    }
  });

  test('are refused at plan for a service that lives already', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig());
    const config = aServiceConfig({ project_vpc_id: 'demo/vpc-1' });
    const { plan } = await replanned(it.core, config, state);
    expect(told(plan.diagnostics, 'error').join()).toMatch(
      /was made with project_vpc_id not set.* read only while a service is made/,
    );
  });
});
