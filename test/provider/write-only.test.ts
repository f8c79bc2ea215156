import { unknown } from '../../src/provider/protocol';
import { aProvider, aServiceConfig, live, made, replanned, service, told } from './a-provider';

const secret = 'w0-secret-of-the-run';
const another = 'w0-secret-of-another-run';

const config = aServiceConfig({ secrets_wo: { admin_password: secret }, secrets_wo_version: 1 });
const user = { service_name: 'orders', username: 'ada', password_wo: secret, password_wo_version: 1 };

describe('secrets that are write-only', () => {
  test('make the service, stand in no plan and no state, its address neither, and the next plan is empty', async () => {
    const it = await aProvider();
    const plan = await it.core.plan(service, config, null);
    expect([plan.faults, JSON.stringify(plan)]).toEqual([[], expect.not.stringContaining(secret)]);
    const core = await it.again();
    const state = await made(core, config);
    expect(live(it, 'plain')?.users.map(({ password }) => password)).toEqual([secret]);
    expect(JSON.stringify(state)).not.toContain(secret);
    expect(Buffer.from(state.private).toString()).not.toContain(secret);
    expect(state.value['service_uri']).toMatch(/^postgres:\/\/avnadmin@/);
    const { read, plan: next } = await replanned(core, config, state);
    expect([next.action, JSON.stringify(read)]).toEqual(['no-op', expect.not.stringContaining(secret)]);
  });

  test('are sent again when the version is another, and not before; the address is concealed from then on', async () => {
    const it = await aProvider();
    const search = aServiceConfig({ service_type: 'opensearch' });
    const first = await made(it.core, search);
    expect(first.value['service_uri']).toMatch(/avnadmin:\w+@/);
    const next = { ...search, secrets_wo: { 'openid.client_secret': secret }, secrets_wo_version: 1 };
    const changed = await it.core.change(service, next, first);
    expect([told(changed.diagnostics, 'error'), changed.faults]).toEqual([[], []]);
    expect(JSON.stringify(changed.state)).not.toContain(secret);
    expect(changed.state?.value['service_uri']).toMatch(/\/\/avnadmin@/);
    expect(it.requests.filter((one) => one.startsWith('PUT'))).toHaveLength(1);
    if (changed.state === null) throw new RangeError('Nothing was kept.');
    const other = { ...next, secrets_wo: { 'openid.client_secret': another } };
    expect((await it.core.plan(service, other, changed.state)).action).toBe('no-op');
    const raised = await it.core.change(service, { ...other, secrets_wo_version: 2 }, changed.state);
    expect(it.requests.filter((one) => one.startsWith('PUT'))).toHaveLength(2);
    expect([raised.faults, JSON.stringify(raised.state)]).toEqual([[], expect.not.stringContaining(another)]);
  });

  test('give a user its password, and another one with another version', async () => {
    const it = await aProvider();
    const type = 'forkcast_service_user';
    const state = await made(it.core, user, type);
    const passwordNow = () => live(it, 'orders')?.users.find(({ username }) => username === 'ada')?.password;
    expect([passwordNow(), state.value['password']]).toEqual([secret, null]);
    const { read, plan } = await replanned(it.core, user, state, type);
    expect([plan.action, JSON.stringify(read)]).toEqual(['no-op', expect.not.stringContaining(secret)]);
    const changed = await it.core.change(type, { ...user, password_wo: another, password_wo_version: 2 }, state);
    expect([told(changed.diagnostics, 'error'), changed.faults, passwordNow()]).toEqual([[], [], another]);
    expect(JSON.stringify(changed.state)).not.toContain(another);
    const shown = await it.core.change(type, { service_name: 'orders', username: 'ada' }, changed.state);
    expect([shown.faults, shown.state?.value['password']]).toEqual([[], another]);
  });

  test('leave a user tainted that could be made, and not be given its password', async () => {
    const it = await aProvider();
    it.fail({ on: ({ method, path }) => method === 'PUT' && path.includes('/user/'), kind: 400 });
    const { state, diagnostics } = await it.core.change('forkcast_service_user', user, null);
    expect(told(diagnostics, 'error')).toEqual([expect.stringContaining('is made, but not as declared')]);
    expect([state?.tainted, JSON.stringify(state)]).toEqual([true, expect.not.stringContaining(secret)]);
  });

  test('that are read only while a service is made are not sent to a live one, and the plan says so', async () => {
    const it = await aProvider();
    const state = await made(it.core, config);
    const next = { ...config, secrets_wo: { admin_password: unknown }, secrets_wo_version: 2 };
    const { diagnostics, faults, planned } = await it.core.plan(service, next, state);
    expect([faults, told(diagnostics, 'error'), planned?.['secrets_wo_version']]).toEqual([[], [], 2]);
    expect(told(diagnostics, 'warning')).toEqual([
      expect.stringMatching(
        /admin_password is read only while.*demo\/plain keeps what it has.*password_wo of a forkcast_service_user/,
      ),
    ]);
    const again = await it.core.plan(service, { ...next, service_name: 'other' }, state);
    expect(told(again.diagnostics, 'warning').join()).not.toContain('admin_password');
  });

  test.each([
    [
      'an empty value',
      { ...config, secrets_wo: { admin_password: '' } },
      'the value of admin_password is empty. Give it one',
    ],
    [
      'a value out of bounds',
      { ...config, secrets_wo: { admin_password: 'short' } },
      'The value is shorter than 8 characters',
    ],
    [
      'a name of no setting among those of the environment',
      aServiceConfig({ secrets: { nope: 'B' } }),
      'secrets: no type of service has',
    ],
    ['a variable without a name', aServiceConfig({ secrets: { admin_password: '' } }), 'holds admin_password is empty'],
    ['an unknown name', { ...config, secrets_wo: { nope: unknown } }, 'no type of service has a setting nope'],
    ['no version', { ...config, secrets_wo_version: null }, 'Set secrets_wo_version = 1'],
    ['no secret', { ...config, secrets_wo: null }, 'take secrets_wo_version out'],
    [
      'two secrets at one place',
      { ...config, secrets: { admin_password: 'PG_PASSWORD' } },
      'stands in secrets and in secrets_wo',
    ],
  ])('are refused with %s', async (_, faulty, why) => {
    const { core } = await aProvider();
    expect(told(await core.validate(service, faulty), 'error')).toEqual([expect.stringContaining(why)]);
  });

  test('are refused by a Terraform that would keep them', async () => {
    const { core } = await aProvider();
    const refused = told(await core.validate(service, config, { isOld: true }), 'error');
    expect(refused).toEqual([expect.stringMatching(/would keep secrets_wo.*1\.11/)]);
    expect(await core.validate(service, config)).toEqual([]);
  });

  test('from the environment are not in the address of a state either', async () => {
    const it = await aProvider({}, { PG_PASSWORD: secret });
    const state = await made(it.core, aServiceConfig({ secrets: { admin_password: 'PG_PASSWORD' } }));
    expect([live(it, 'plain')?.users[0]?.password, JSON.stringify(state)]).toEqual([
      secret,
      expect.not.stringContaining(secret),
    ]);
  });
});
