import { findProviderFaults } from '../../src/provider/protocol';
import { forkcastProvider } from '../../src/provider/forkcast-provider';
import { aProvider, aServiceConfig, told } from './a-provider';

describe('a data source', () => {
  const orders = { service_name: 'orders' };

  test('tells the state and the contents of a service', async () => {
    const { core } = await aProvider();
    const { state } = await core.readData('forkcast_service', orders);
    expect(state?.value).toMatchObject({ project: 'demo', state: 'RUNNING', row_count: 10, databases: ['defaultdb'] });
  });

  test('lists the backups, and the window of each location with both ends', async () => {
    const { core } = await aProvider();
    const { state } = await core.readData('forkcast_backups', orders);
    expect(state?.value['newest']).toEqual(expect.any(String));
    const windows = await core.readData('forkcast_recovery_windows', orders);
    expect(windows.state?.value['windows']).toEqual([
      {
        location: 'google-europe-west1',
        role: 'primary',
        earliest: expect.any(String),
        latest: windows.state?.value['now'],
      },
    ]);
  });

  test('tells the status and the lag of the second backup region', async () => {
    const it = await aProvider();
    const regions = { additional_backup_regions: ['google-europe-west4'] };
    it.world.run({ type: 'UpdateService', project: 'demo', service: 'orders', userConfig: regions });
    it.world.advance(2 * 86_400_000);
    const { state } = await it.core.readData('forkcast_backup_region', orders);
    expect(state?.value).toMatchObject({
      cloud_name: 'google-europe-west4',
      status: 'available',
      lag_seconds: expect.any(Number),
    });
  });

  test('lists clouds and plans, all or some', async () => {
    const { core } = await aProvider();
    const { state: clouds } = await core.readData('forkcast_clouds', { cloud_provider: 'upcloud' });
    expect(clouds?.value['clouds']).toContainEqual(expect.objectContaining({ provider: 'upcloud' }));
    const { state: plans } = await core.readData('forkcast_plans', { service_type: 'pg' });
    expect(plans?.value['plans']).toContainEqual(expect.objectContaining({ name: 'business-4', nodes: 2 }));
  });

  test.each(['forkcast_service', 'forkcast_backups', 'forkcast_recovery_windows', 'forkcast_backup_region'])(
    '%s of a service that is not there is an error',
    async (type) => {
      const { core } = await aProvider();
      const { diagnostics } = await core.readData(type, { service_name: 'nothing' });
      expect(told(diagnostics, 'error')).toEqual(['No such service: demo has no live service nothing.']);
    },
  );
});

describe('a function', () => {
  test('reads a recovery time as the registry does', async () => {
    const { core } = await aProvider();
    expect(await core.callFunction('recovery_time_parse', '2026-11-20 10:00:00+02:00')).toEqual({
      kind: 'value',
      value: { rfc3339: '2026-11-20T08:00:00Z', zoned: true },
    });
    expect(await core.callFunction('recovery_time_parse', 'yesterday')).toMatchObject({ kind: 'refused', argument: 0 });
  });

  test.each([
    ['-2h', '2026-11-20T06:00:00Z'],
    ['+30m', '2026-11-20T08:30:00Z'],
    ['1h30m', '2026-11-20T09:30:00Z'],
    ['-1d', '2026-11-19T08:00:00Z'],
  ])('moves a recovery time by %s', async (by, expected) => {
    const { core } = await aProvider();
    expect(await core.callFunction('recovery_time_shift', '2026-11-20T08:00:00Z', by)).toEqual({
      kind: 'value',
      value: expected,
    });
  });

  test('refuses a duration that is none, or leads out of time', async () => {
    const { core } = await aProvider();
    for (const by of ['soon', '', '-3000000h'])
      expect(await core.callFunction('recovery_time_shift', '2026-11-20T08:00:00Z', by)).toMatchObject({
        kind: 'refused',
        argument: 1,
      });
  });
});

describe('the provider', () => {
  test('declares nothing that Terraform would refuse', () => {
    expect(
      findProviderFaults(
        forkcastProvider({ environment: () => undefined, drawId: () => 'drawn-id-1', connect: () => neverAsked() }),
      ),
    ).toEqual([]);
  });
});

const neverAsked = (): never => {
  throw new RangeError('A schema opens no registry.');
};

describe('a policy in the block of the provider', () => {
  const policy = JSON.stringify({ formatVersion: 1, recovery: [{ name: 'small', plans: ['startup-*'] }] });
  const planned = async (text: string | null) => {
    const core = await (await aProvider()).again();
    const configured = await core.configure({ project: 'demo', policy: text });
    return { configured, core };
  };

  test('judges a plan', async () => {
    const { core } = await planned(policy);
    const { diagnostics } = await core.plan('forkcast_service', aServiceConfig(), null);
    expect(told(diagnostics, 'error').join('')).toContain('small');
  });

  test('that is none is refused, and names the key', async () => {
    const { configured } = await planned('{"formatVersion":1,"recovry":[]}');
    expect(told(configured, 'error').join('')).toMatch(/The policy cannot be used: .*recovry/s);
  });
});
