import { dayMs, parseSnapshot, toRfc3339 } from '../../../src/domain';
import { aCreate, start } from '../world';
import { aBody, aGrant, aServer, collection, hashOfToken, withToken, type Ask, type AServer } from './a-server';

const token = (server: AServer, name: string, part: Parameters<typeof aGrant>[1] = {}): void =>
  server.world.run({ type: 'CreateToken', grant: aGrant(name, part) });

const get = (ask: Ask, url: string, name: string) => ask('GET', url, withToken(name));

describe('tokens of a served registry', () => {
  test('count for nothing until the first is made, and then alone', async () => {
    const server = aServer();
    const { ask } = server;
    expect((await ask('GET', '/v1/project')).status).toBe(200);
    expect((await get(ask, '/v1/project', 'anything')).status).toBe(200);
    token(server, 'secret-1');
    expect(await ask('GET', '/v1/project')).toMatchObject({ status: 401, code: 'token_missing' });
    expect(await get(ask, '/v1/project', 'anything')).toMatchObject({ status: 401, code: 'token_invalid' });
    expect((await get(ask, '/v1/project', 'secret-1')).status).toBe(200);
  });

  test('are read after aivenv1 and Bearer, and bare on this machine only', async () => {
    for (const [loopback, bare] of [
      [true, 200],
      [false, 401],
    ] as const) {
      const server = aServer({ loopback });
      token(server, 'secret-1');
      const status = async (authorization: string) =>
        (await server.ask('GET', '/v1/project', { headers: { authorization } })).status;
      expect(await status('aivenv1 secret-1')).toBe(200);
      expect(await status('Bearer secret-1')).toBe(200);
      expect(await status('secret-1')).toBe(bare);
      expect(await status('Basic secret-1')).toBe(401);
    }
  });

  test('end when they are revoked or expire, and do not open the registry again', async () => {
    const server = aServer();
    const { ask, world } = server;
    token(server, 'secret-1');
    token(server, 'secret-2', { expiresAt: start + dayMs });
    expect((await get(ask, '/v1/project', 'secret-2')).status).toBe(200);
    world.wall.set(start + dayMs);
    expect(await get(ask, '/v1/project', 'secret-2')).toMatchObject({ status: 401, code: 'token_invalid' });
    const id = hashOfToken('secret-1').slice(0, 16);
    expect((await ask('DELETE', `/v1/forkcast/token/${id}`, withToken('secret-1'))).status).toBe(200);
    expect(await get(ask, '/v1/project', 'secret-1')).toMatchObject({ status: 401 });
    expect((await ask('GET', '/v1/project')).status).toBe(401);
  });

  test('are a thousand at most, without those that ended a day ago', () => {
    const server = aServer();
    const { world } = server;
    const idOf = (name: string): string => hashOfToken(name).slice(0, 16);
    for (let made = 0; made < 999; made += 1) token(server, `secret-${made}`, { expiresAt: made < 500 ? start : null });
    token(server, 'revoked');
    world.run({ type: 'RevokeToken', id: idOf('revoked') });
    const another = { type: 'CreateToken', grant: aGrant('another') } as const;
    world.wall.set(start + dayMs - 1);
    expect(world.refusal(another)).toBe('request_invalid');
    world.wall.set(start + dayMs);
    expect(world.refusal(another)).toBe('accepted CreateToken');
  });

  test('stay expired once that was seen, also when the clock on the wall is set back', async () => {
    const server = aServer();
    const { ask, world, registry } = server;
    token(server, 'secret-1', { expiresAt: start + dayMs });
    world.wall.set(start + dayMs);
    expect(await get(ask, '/v1/project', 'secret-1')).toMatchObject({ status: 401, code: 'token_invalid' });
    await new Promise((written) => setImmediate(written));
    world.wall.set(start);
    expect(await get(ask, '/v1/project', 'secret-1')).toMatchObject({ status: 401, code: 'token_invalid' });
    expect(registry.tokens()).toMatchObject([{ revokedAt: start + dayMs }]);
    const { events } = registry.status();
    expect(await get(ask, '/v1/project', 'secret-1')).toMatchObject({ status: 401 });
    expect(registry.status().events).toBe(events);
  });

  test('tell who calls, and the projects it is for', async () => {
    const server = aServer();
    const me = async (name: string) => (await get(server.ask, '/v1/me', name)).body;
    expect(await me('any')).toMatchObject({ user: { real_name: 'Anyone', projects: ['demo', 'foreign', 'other'] } });
    token(server, 'ci', { description: 'Pipeline', access: 'write', projects: ['demo'] });
    token(server, 'bare', { access: 'read' });
    expect(await me('ci')).toMatchObject({
      user: { real_name: 'Pipeline', projects: ['demo'], project_membership: { demo: 'operator' } },
    });
    const id = hashOfToken('bare').slice(0, 16);
    expect(await me('bare')).toMatchObject({
      user: {
        user: `token-${id}@forkcast.internal`,
        real_name: `Token ${id}`,
        project_membership: { other: 'read_only' },
      },
    });
  });

  test('are not worn out by simulated time', async () => {
    const server = aServer();
    token(server, 'secret-1', { expiresAt: start + dayMs });
    server.world.advance(40 * dayMs);
    expect((await get(server.ask, '/v1/project', 'secret-1')).status).toBe(200);
  });

  test('are kept as a hash alone', async () => {
    const server = aServer();
    const body = {
      hash: hashOfToken('secret-1'),
      access: 'read',
      projects: ['demo'],
      expires_at: '2027-01-01T00:00:00Z',
    };
    const made = await server.ask('POST', '/v1/forkcast/token', { body });
    expect(made.body).toEqual({
      token: {
        id: hashOfToken('secret-1').slice(0, 16),
        description: '',
        access: 'read',
        projects: ['demo'],
        created_at: toRfc3339(start),
        expires_at: '2027-01-01T00:00:00Z',
        revoked_at: null,
      },
    });
    const log = server.world.store.read((reader) => reader.allEvents(0, 100)).map(({ envelope }) => envelope.event);
    expect(JSON.stringify(log)).not.toContain('secret-1');
  });

  test('that exist are refused again, and those that do not cannot be revoked', async () => {
    const server = aServer();
    token(server, 'secret-1');
    const asked = { body: { hash: hashOfToken('secret-1'), access: 'read' }, ...withToken('secret-1') };
    expect(await server.ask('POST', '/v1/forkcast/token', asked)).toMatchObject({ code: 'token_already_exists' });
    expect(await server.ask('DELETE', '/v1/forkcast/token/none', withToken('secret-1'))).toMatchObject({
      status: 404,
      code: 'token_not_found',
    });
  });

  test.each([
    ['read', [200, 403, 403, 200]],
    ['write', [200, 200, 403, 200]],
    ['admin', [200, 200, 200, 200]],
  ] as const)('with access %s may do that and no more', async (access, expected) => {
    const server = aServer();
    const { ask } = server;
    server.world.run(aCreate());
    token(server, 'secret-1', { access });
    const rest = withToken('secret-1');
    const answers = [
      await ask('GET', `${collection}/orders`, rest),
      await ask('POST', collection, { body: aBody('second'), ...rest }),
      await ask('POST', '/v1/forkcast/clock/advance', { body: { by_ms: 1 }, ...rest }),
      await ask('GET', '/v1/forkcast/snapshot', rest),
    ];
    expect(answers.map(({ status }) => status)).toEqual(expected);
    // Whoever has the seed could work out what follows from it.
    expect('seed' in (await ask('GET', '/v1/forkcast/status', rest)).body).toBe(access === 'admin');
    const refused = answers.filter(({ status }) => status === 403).map(({ code }) => code);
    expect(new Set(refused)).toEqual(new Set(refused.length === 0 ? [] : ['token_insufficient']));
  });
});

describe('a token of one project', () => {
  const server = aServer();
  const { ask } = server;
  const rest = withToken('secret-1');
  beforeAll(() => {
    server.world.run(aCreate(), aCreate({ project: 'other', service: 'hidden' }));
    token(server, 'secret-1', { access: 'admin', projects: ['demo'] });
  });

  test('is no member of another, whether it exists or not', async () => {
    for (const [project, url] of [
      ['other', '/v1/project/other'],
      ['other', '/v1/project/other/service/hidden'],
      ['nowhere', '/v1/project/nowhere/service'],
    ] as const) {
      const answer = await ask('GET', url, rest);
      expect(answer).toMatchObject({
        status: 403,
        code: 'project_forbidden',
        body: { message: `Not a project member: the token does not reach project ${project}.` },
      });
    }
    expect(await ask('GET', `${collection}/orders`, rest)).toMatchObject({ status: 200 });
    expect(await ask('GET', `${collection}/gone`, rest)).toMatchObject({ status: 404 });
  });

  test('lists its projects alone', async () => {
    const answer = await ask('GET', '/v1/project', rest);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('demo');
    expect(answer.text).not.toMatch(/other|foreign|globex/);
  });

  test('reaches nothing of the whole registry', async () => {
    const asked = [
      ['GET', '/v1/forkcast/status'],
      ['GET', '/v1/forkcast/token'],
      ['POST', '/v1/forkcast/reset'],
    ] as const;
    for (const [method, url] of asked) {
      expect(await ask(method, url, rest)).toMatchObject({ status: 403, code: 'token_insufficient' });
    }
    expect(await ask('POST', '/v1/project', { body: { project: 'mine' }, ...rest })).toMatchObject({ status: 403 });
    expect(await ask('GET', '/v1/forkcast/clock', rest)).toMatchObject({ status: 200 });
  });

  test('gets the facts of its projects alone, also of services that it names, and is told so', async () => {
    for (const query of ['', '?services=demo/orders,other/hidden,foreign/none']) {
      const answer = await ask('GET', `/v1/forkcast/snapshot${query}`, rest);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/"other"|hidden|foreign|globex/);
      const facts = parseSnapshot(answer.body, 'memory:');
      expect([...facts.projects.keys(), ...facts.services.keys()]).toEqual(['demo', 'demo/orders']);
      expect(facts.partial).toBe(true);
    }
    token(server, 'secret-2', { access: 'read' });
    const whole = parseSnapshot((await get(ask, '/v1/forkcast/snapshot', 'secret-2')).body, 'memory:');
    expect([whole.partial, [...whole.projects.keys()].sort()]).toEqual([undefined, ['demo', 'foreign', 'other']]);
  });

  test('forks from a hidden project as from one that does not exist', async () => {
    const fork = (project: string) =>
      ask('POST', collection, {
        body: aBody('copy', { user_config: { service_to_fork_from: 'hidden', project_to_fork_from: project } }),
        ...rest,
      });
    const [hidden, missing] = [await fork('other'), await fork('nowhere')];
    expect(hidden).toMatchObject({ status: 400, code: 'fork_source_not_found' });
    expect(hidden.text.replaceAll("'other'", "'nowhere'")).toBe(missing.text);
  });

  test('integrates with a hidden project as with one that does not exist', async () => {
    const integrate = (source_project: string) =>
      ask('POST', '/v1/project/demo/integration', {
        body: { integration_type: 'metrics', source_service: 'hidden', source_project, dest_service: 'orders' },
        ...rest,
      });
    const [hidden, missing] = [await integrate('other'), await integrate('nowhere')];
    expect(hidden.status).toBeGreaterThanOrEqual(400);
    expect(hidden.text.replaceAll('Project other', 'Project nowhere')).toBe(missing.text);
  });
});
