import { dayMs, hourMs, minuteMs, type JsonObject } from '../../../src/domain';
import { aCreate, aFork, orders } from '../world';
import { aGrant, aServer, withToken } from './a-server';

const path = (what: string, service = 'orders') => `/v1/forkcast/project/demo/service/${service}/${what}`;
const list = (body: JsonObject, name: string) => body[name] as readonly (JsonObject & { kind: string; at: string })[];

const text = (value: unknown): string => (typeof value === 'string' ? value : 'no text');

const aLife = () => {
  const server = aServer();
  const { world } = server;
  const update = { type: 'UpdateService', ...orders } as const;
  world.run({ type: 'SetCloudDown', cloud: 'aws-eu-west-1', down: true });
  world.run(aCreate({ userConfig: { additional_backup_regions: ['google-europe-west4'], pg_version: '16' } }));
  world.advance(dayMs);
  world.run({ ...update, plan: 'business-8', terminationProtection: true });
  world.advance(hourMs);
  world.run({ type: 'SetCloudDown', cloud: 'google-europe-west4', down: true });
  world.advance(hourMs);
  world.run({ type: 'SetCloudDown', cloud: 'google-europe-west4', down: false });
  world.run({ ...update, userConfig: { pg_version: '17' } });
  world.advance(hourMs);
  world.run({ ...update, cloud: 'google-europe-west3', terminationProtection: false });
  world.run({ type: 'SetBackupCopyPaused', ...orders, paused: true });
  world.advance(dayMs);
  world.run({ type: 'SetBackupCopyPaused', ...orders, paused: false });
  world.run({ ...update, userConfig: { additional_backup_regions: [] } });
  world.run({ ...update, powered: false });
  world.advance(hourMs);
  return server;
};

describe('the history of a service', () => {
  test('tells each change with its values, and what lasted with its ends', async () => {
    const { ask } = aLife();
    const { body } = await ask('GET', path('history'));
    expect(list(body, 'entries')).toEqual([
      {
        kind: 'created',
        at: '2026-11-01T00:00:00Z',
        service_type: 'pg',
        after: 'business-4',
        cloud_name: 'google-europe-west1',
        lineage: null,
      },
      { kind: 'protection', at: '2026-11-02T00:00:00Z', before: false, after: true },
      { kind: 'plan', at: '2026-11-02T00:00:00Z', before: 'business-4', after: 'business-8' },
      { kind: 'disk', at: '2026-11-02T00:00:00Z', before: expect.any(Number), after: expect.any(Number) },
      {
        kind: 'outage',
        at: '2026-11-02T01:00:00Z',
        until: '2026-11-02T02:00:00Z',
        cloud_name: 'google-europe-west4',
      },
      { kind: 'version', at: '2026-11-02T02:00:00Z', before: '16', after: '17' },
      { kind: 'protection', at: '2026-11-02T03:00:00Z', before: true, after: false },
      { kind: 'cloud', at: '2026-11-02T03:00:00Z', before: 'google-europe-west1', after: 'google-europe-west3' },
      { kind: 'copy-pause', at: '2026-11-02T03:00:00Z', until: '2026-11-03T03:00:00Z' },
      { kind: 'backup-region', at: '2026-11-03T03:00:00Z', before: 'google-europe-west4', after: null },
      { kind: 'power-off', at: '2026-11-03T03:00:00Z', until: null },
    ]);
  });

  test('is told of an interval, of some kinds, page by page, and of each life of a name', async () => {
    const { ask, world } = aLife();
    const kinds = async (query: string, service?: string) => {
      const { body } = await ask('GET', `${path('history', service)}?${query}`);
      return list(body, 'entries').map(({ kind }) => kind);
    };
    expect(await kinds('from=2026-11-02T01:30:00Z&until=2026-11-02T01:40:00Z')).toEqual(['outage']);
    expect(await kinds('kinds=version,cloud')).toEqual(['version', 'cloud']);
    const first = await ask('GET', `${path('history')}?limit=6`);
    const second = await ask('GET', `${path('history')}?limit=6&cursor=${text(first.body['next'])}`);
    expect([first, second].map(({ body }) => list(body, 'entries').length)).toEqual([6, 5]);
    expect(second.body['next']).toBeNull();
    for (const query of [
      'from=tomorrow',
      'from=2026-11-05T00:00:00Z&until=2026-11-04T00:00:00Z',
      'cursor=x',
      'kinds=zz',
    ])
      expect(await ask('GET', `${path('history')}?${query}`)).toMatchObject({ code: 'request_invalid' });
    world.run({ type: 'TerminateService', ...orders }, aCreate());
    expect((await kinds('incarnation=1')).slice(-2)).toEqual(['power-off', 'ended']);
    expect(await kinds('')).toEqual(['created']);
  });

  test('tells a token of one project no name of another', async () => {
    const { ask, world } = aServer();
    world.run(aCreate({ project: 'other' }));
    world.advance(dayMs);
    world.run(aFork({ project_to_fork_from: 'other' }));
    const seen = async (headers: ReturnType<typeof withToken> | undefined) =>
      (await ask('GET', path('history', 'copy'), headers ?? {})).body;
    expect(await seen(undefined)).toMatchObject({ entries: [{ lineage: { source_project: 'other' } }] });
    world.run({ type: 'CreateToken', grant: aGrant('mine', { access: 'read', projects: ['demo'] }) });
    expect(await seen(withToken('mine'))).toMatchObject({ entries: [{ lineage: null }] });
  });
});

describe('the lag over an interval', () => {
  test('is told of each second region, with the peaks between the points', async () => {
    const { ask } = aLife();
    const { body } = await ask('GET', `${path('lag')}?from=2026-11-01T00:00:00Z&resolution=year`);
    expect(body).toMatchObject({ resolution: 'year', every_seconds: 86_400 });
    const [region] = body['regions'] as readonly { points: readonly { at: string; lag_seconds: number }[] }[];
    expect(region).toMatchObject({ cloud_name: 'google-europe-west4', until: '2026-11-03T03:00:00Z' });
    const peak = region?.points.find(({ at }) => at === '2026-11-02T01:59:59Z');
    expect(peak?.lag_seconds).toBeGreaterThan(3_600);
    expect(region?.points.find(({ at }) => at === '2026-11-03T02:59:59Z')?.lag_seconds).toBeGreaterThan(86_000);
    expect(body['regions']).toHaveLength(1);
  });

  test('is that of the report where both tell it', async () => {
    const { ask, world } = aServer();
    world.run(aCreate({ userConfig: { additional_backup_regions: ['google-europe-west4'] } }));
    world.advance(2 * dayMs);
    const report = await ask('POST', '/v1/project/demo/service/orders/backup_to_another_region/report', {
      body: { period: 'day' },
    });
    const { rows } = (report.body as { metrics: { replication_lag: { data: { rows: [string, number][] } } } }).metrics
      .replication_lag.data;
    const { body } = await ask('GET', path('lag'));
    const [region] = body['regions'] as readonly { points: readonly { at: string; lag_seconds: number }[] }[];
    expect(body['resolution']).toBe('day');
    expect(region?.points.map(({ at, lag_seconds: lag }) => [at, lag])).toEqual(rows);
  });

  test('has a bound, and takes the finest resolution below it', async () => {
    const { ask, world } = aServer();
    world.run(aCreate());
    world.advance(400 * dayMs);
    const of = async (query: string) => (await ask('GET', `${path('lag')}?${query}`)).body;
    expect(await of('from=2026-11-01T00:00:00Z')).toMatchObject({ resolution: 'year', regions: [] });
    expect(await of(`from=${new Date(world.now() - 30 * minuteMs).toISOString()}`)).toMatchObject({
      resolution: 'hour',
    });
    expect(await of('from=2026-11-01T00:00:00Z&resolution=day')).toMatchObject({
      message: expect.stringMatching(/^Query, resolution: 115201 points at the resolution day are more than 2000\. /),
    });
  });
});

describe('changes', () => {
  const since = async (server: ReturnType<typeof aServer>, version: unknown, token?: string) =>
    (
      await server.ask(
        'GET',
        `/v1/forkcast/changes${version === undefined ? '' : `?since=${text(version)}`}`,
        token === undefined ? {} : withToken(token),
      )
    ).body;

  test('name what was written since a version, and say when all is to be read anew', async () => {
    const server = aServer();
    const { world } = server;
    world.run(aCreate());
    const { version } = await since(server, undefined);
    expect(await since(server, version)).toMatchObject({ version, reload: false, services: [], projects: [] });
    world.run(aCreate({ service: 'b' }), { type: 'CreateProject', project: 'fresh', organization: 'acme' });
    world.run({ type: 'UpdateService', ...orders, plan: 'business-8' }, { type: 'TerminateService', ...orders });
    expect(await since(server, version)).toMatchObject({
      reload: false,
      services: [
        { project: 'demo', service_name: 'b' },
        { project: 'demo', service_name: 'orders' },
      ],
      projects: ['fresh'],
    });
    const { version: later } = await since(server, undefined);
    world.advance(hourMs);
    expect(await since(server, later)).toMatchObject({ reload: true, services: [], clock_mode: 'frozen' });
    for (const version of ['x', 'other.3', `${text(later)}999`])
      expect(await since(server, version)).toMatchObject({ reload: true });
  });

  test('say so when they are too many', async () => {
    const server = aServer();
    const { version } = await since(server, undefined);
    for (let index = 0; index < 3; index += 1) server.world.run(aCreate({ service: `s${index}` }));
    const few = await server.ask('GET', `/v1/forkcast/changes?since=${text(version)}&limit=2`);
    expect(few.body).toMatchObject({ reload: true, services: [] });
    expect(list(await since(server, version), 'services')).toHaveLength(3);
  });

  test('are those of its projects alone for a token of some', async () => {
    const server = aServer();
    const { world } = server;
    world.run({ type: 'CreateToken', grant: aGrant('mine', { access: 'read', projects: ['demo'] }) });
    const { version } = await since(server, undefined, 'mine');
    world.run(aCreate(), aCreate({ project: 'other', service: 'hidden' }));
    world.run({ type: 'CreateProject', project: 'secret', organization: 'acme' });
    const seen = await since(server, version, 'mine');
    expect(seen).toMatchObject({
      reload: false,
      services: [{ project: 'demo', service_name: 'orders' }],
      projects: [],
    });
  });
});
