import { rmSync, statSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegistry, type Command, type EventStore, type Registry } from '../../src/registry';
import type { KeySource } from '../../src/registry/key';
import { keySource } from '../../src/registry/store/key-file';
import { aCreate, aFork, aWallClock, aWorld, copy, orders, someKey } from './world';

const secret = 'correct-horse';
const withSecret = { admin_password: secret, migration: { host: 'h', port: 5432, password: secret } };
const anEndpoint: Command = {
  type: 'CreateEndpoint',
  project: 'demo',
  name: 'watch',
  endpointType: 'datadog',
  userConfig: { datadog_api_key: secret, site: 'datadoghq.eu' },
};

const reset = (password?: string): Command => ({
  type: 'ResetUserPassword',
  ...orders,
  username: 'avnadmin',
  ...(password === undefined ? {} : { password }),
});

const logOf = (store: EventStore) => JSON.stringify(store.read((reader) => reader.allEvents(0, 1_000)));
const reopened = (store: EventStore, keys?: KeySource): Registry =>
  openRegistry({ store, wallClock: aWallClock(), ...(keys === undefined ? {} : { keys }) });
const noKey: KeySource = {
  find: () => ({ kind: 'none', why: 'it was taken away' }),
  take: () => ({ kind: 'none', why: 'it was taken away' }),
};

const aSealedWorld = () => {
  const world = aWorld();
  world.run(aCreate({ userConfig: withSecret }), anEndpoint, reset('my-own-password'), aFork());
  return world;
};

describe('what is secret in a registry', () => {
  test('is given back whole, also by a fork, and never stands in the log, the views or the facts', () => {
    const { registry, store } = aSealedWorld();
    expect(registry.findService(orders)?.settings).toMatchObject({ whole: withSecret, unread: {} });
    expect(registry.findService(copy)?.settings.whole).toMatchObject({ migration: withSecret.migration });
    expect(registry.endpoints('demo')[0]?.settings.whole).toMatchObject({ datadog_api_key: secret });
    expect(registry.findService(orders)?.users[0]?.password).toBe('my-own-password');
    const views = JSON.stringify(store.read((reader) => reader.views('')));
    for (const text of [logOf(store), views, JSON.stringify([...registry.facts().services])])
      expect([text.includes(secret), text.includes('my-own-password')]).toEqual([false, false]);
  });

  test('is no change when it is given again, and is one when it is another', () => {
    const { registry, store } = aSealedWorld();
    const give = (password: string) =>
      registry.execute({
        type: 'UpdateService',
        ...orders,
        userConfig: { migration: { ...withSecret.migration, password } },
      });
    const before = store.eventCount();
    give(secret);
    expect(store.eventCount()).toBe(before);
    give('battery-staple');
    expect(store.eventCount()).toBe(before + 1);
    give('<redacted>');
    expect(store.eventCount()).toBe(before + 1);
    expect(registry.findService(orders)?.settings.whole).toMatchObject({ migration: { password: 'battery-staple' } });
  });

  test('stays in an endpoint where it is <redacted>, and is refused so where there is none', () => {
    const { registry } = aSealedWorld();
    const [endpoint] = registry.endpoints('demo');
    const userConfig = { datadog_api_key: '<redacted>', site: 'datadoghq.com' };
    const command = { type: 'UpdateEndpoint', project: 'demo', endpointId: endpoint?.id ?? '', userConfig } as const;
    expect(registry.execute(command).kind).toBe('accepted');
    expect(registry.endpoints('demo')[0]?.settings.whole).toEqual({ datadog_api_key: secret, site: 'datadoghq.com' });
    expect(registry.execute({ ...anEndpoint, name: 'other', userConfig })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'request_invalid' },
    });
  });

  test('is an address that somebody logs in by, too, and what only looks sealed is itself', () => {
    const { registry, store } = aSealedWorld();
    const userConfig = { service_uri: 'https://me:hunter2@host', basic_auth_username: 'sealed:1:AAAA' };
    registry.execute({ ...anEndpoint, name: 'p', endpointType: 'external_prometheus', userConfig });
    expect(registry.endpoints('demo')[0]?.settings).toEqual({ whole: userConfig, unread: {} });
    expect(logOf(store)).not.toContain('hunter2');
  });
});

describe('without its key', () => {
  test.each([
    ['none', noKey, 'it was taken away'],
    ['another one', someKey('b2'.repeat(32)), 'not the one'],
  ])('%s: what is no secret goes on, secrets are said to be sealed, and none is written', (_name, keys, why) => {
    const { store, registry: before } = aSealedWorld();
    const registry = reopened(store, keys);
    const shown = registry.findService(orders);
    expect(shown?.settings.unread).toEqual({ admin_password: 'sealed', 'migration.password': 'sealed' });
    expect(shown?.settings.whole).toMatchObject({ migration: { host: 'h' } });
    expect(shown?.users[0]?.password).toBe('<sealed>');
    expect(registry.status().sealed).toContain(why);
    expect(registry.contents(copy)?.dataDigest).toBe(before.contents(copy)?.dataDigest);
    for (const command of [
      { ...anEndpoint, name: 'other' },
      reset('another-password'),
      aCreate({ service: 'new', userConfig: withSecret }),
    ]) {
      const outcome = registry.execute(command);
      expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'secrets_sealed' } });
      expect(outcome.kind === 'refused' ? outcome.refusal.message : '').toContain(why);
    }
    expect(registry.execute(aCreate({ service: 'plain' })).kind).toBe('accepted');
    expect(registry.execute({ type: 'TerminateService', ...orders }).kind).toBe('accepted');
  });

  test('passwords are not those of its seed', () => {
    const passwordWith = (keys: KeySource | null) => {
      const world = aWorld({ keys });
      world.run(aCreate());
      return world.registry.findService(orders)?.users[0]?.password;
    };
    const all = [passwordWith(null), passwordWith(someKey()), passwordWith(someKey('b2'.repeat(32)))];
    expect(new Set(all).size).toBe(3);
    expect(passwordWith(someKey())).toBe(all[1]);
  });
});

test('a registry of before there were keys says what it did not keep, and keeps from then on', () => {
  const world = aWorld({ keys: null });
  expect(world.refusal(anEndpoint)).toBe('secrets_sealed');
  world.run(aCreate());
  const hash = 'secret:0123456789abcdef0123456789abcdef';
  const old = { type: 'UserConfigChanged' as const, project: 'demo', service: 'orders', incarnation: 1 };
  const endpoint = {
    id: 'e',
    project: 'demo',
    name: 'old',
    endpointType: 'datadog',
    userConfig: { datadog_api_key: hash },
  };
  world.store.write((writer) => {
    const stream = 'project/demo';
    const events = [
      { ...old, changed: { migration: { host: 'h', password: hash } } },
      { type: 'EndpointCreated' as const, project: 'demo', endpoint },
    ];
    writer.append({ stream, expectedVersion: writer.streamVersion(stream), events }, writer.newestAt());
    const state = JSON.parse(writer.view('service/demo/orders') ?? '{}') as { userConfig: object };
    writer.putView(
      'service/demo/orders',
      JSON.stringify({ ...state, userConfig: { ...state.userConfig, migration: { host: 'h', password: hash } } }),
    );
  });
  const registry = reopened(world.store, someKey());
  const password = world.registry.findService(orders)?.users[0]?.password;
  expect(registry.findService(orders)).toMatchObject({
    settings: { whole: { migration: { host: 'h' } }, unread: { 'migration.password': 'not_kept' } },
    users: [{ password }],
  });
  expect(registry.status().sealed).toBeUndefined();
  expect(registry.execute(anEndpoint).kind).toBe('accepted');
  expect(registry.endpoints('demo')[0]?.settings.whole).toMatchObject({ datadog_api_key: secret });
  expect(registry.findService(orders)?.users[0]?.password).toBe(password);
  expect(logOf(world.store)).toContain('"KeyChosen"');
});

describe('the file of a key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);

  test('is made once, for its owner alone, and is not needed where the environment gives a key', () => {
    const made = keySource(path('a.db'), undefined).take();
    expect(keySource(path('a.db'), undefined).find()).toEqual(made);
    expect(keySource(path('a.db'), '').take()).toEqual(made);
    expect(statSync(path('a.db.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path('a.db.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(keySource(path('a.db'), 'c3'.repeat(32)).take()).toMatchObject({ key: { hex: 'c3'.repeat(32) } });
    expect(keySource(path('b.db'), 'c3'.repeat(32)).take().kind).toBe('key');
    expect(() => statSync(path('b.db.key'))).toThrow('ENOENT');
  });

  test('that holds none, and a variable that does, are named and never replaced', () => {
    writeFileSync(path('c.db.key'), 'nonsense');
    expect(keySource(path('c.db'), undefined).take()).toMatchObject({
      kind: 'none',
      why: expect.stringContaining('c.db.key holds no key'),
    });
    expect(keySource(path('c.db'), 'nonsense').find()).toMatchObject({
      why: expect.stringContaining('FORKCAST_REGISTRY_KEY'),
    });
    expect(readFileSync(path('c.db.key'), 'utf8')).toBe('nonsense');
    expect(keySource(path('d.db'), undefined).find()).toMatchObject({ why: expect.stringContaining('d.db.key') });
  });
});
