import { aProvider, aServiceConfig, made, replanned, service, told } from './a-provider';

const window = { maintenance_window_dow: 'sunday', maintenance_window_time: '04:30:00' };
const config = aServiceConfig({ ...window, tech_emails: ['team@example.com'] });

const aMade = async () => {
  const it = await aProvider();
  const state = await made(it.core, config);
  const found = () => {
    const { maintenance, techEmails } = it.world.registry.findService({ project: 'demo', service: 'plain' }) ?? {};
    return [maintenance, techEmails];
  };
  return { ...it, state, found };
};

describe('the window of updates and the contacts of a service', () => {
  test('are set as it is made, and nothing differs after it', async () => {
    const { core, state, found } = await aMade();
    expect(found()).toEqual([{ dow: 'sunday', time: '04:30:00' }, ['team@example.com']]);
    expect((await replanned(core, config, state)).plan.action).toBe('no-op');
  });

  test('are changed in place, each by itself, and stay where nobody names them any more', async () => {
    const { core, state, found } = await aMade();
    const later = { ...config, maintenance_window_dow: 'monday', tech_emails: [] };
    const changed = await core.change(service, later, state);
    expect([told(changed.diagnostics, 'error'), changed.faults]).toEqual([[], []]);
    expect(found()).toEqual([{ dow: 'monday', time: '04:30:00' }, []]);
    if (changed.state === null) throw new RangeError('Nothing is left.');
    expect((await replanned(core, aServiceConfig(), changed.state)).plan.action).toBe('no-op');
  });

  test('show what somebody else changed', async () => {
    const { core, state, world } = await aMade();
    world.run({ type: 'UpdateService', project: 'demo', service: 'plain', maintenance: { dow: 'friday' } });
    const { read, plan } = await replanned(core, config, state);
    expect(read?.value).toMatchObject({ maintenance_window_dow: 'friday' });
    expect(plan.action).toBe('update');
  });

  test('are found by an import', async () => {
    const { core } = await aMade();
    const { state } = await core.import(service, 'demo/plain');
    expect(state?.value).toMatchObject({ ...window, tech_emails: ['team@example.com'] });
  });

  test.each<[object, string]>([
    [{ maintenance_window_dow: 'Sunday' }, 'maintenance_window_dow is "Sunday", which is none of monday'],
    [{ maintenance_window_time: '4:30' }, 'maintenance_window_time is "4:30", which is no time of day HH:MM:SS'],
  ])('are refused once where they are none: %j', async (part, says) => {
    const { core } = await aProvider();
    const diagnostics = await core.validate(service, aServiceConfig({ ...part }));
    expect(told(diagnostics, 'error')).toEqual([expect.stringContaining(says)]);
  });

  test('are refused where there are too many', async () => {
    const { core } = await aProvider();
    const emails = Array.from({ length: 11 }, (_none, index) => `team-${index}@example.com`);
    const { diagnostics } = await core.plan(service, aServiceConfig({ tech_emails: emails }), null);
    expect(told(diagnostics, 'error').join()).toContain('tech_emails has 11 addresses; a service has at most 10.');
  });
});
