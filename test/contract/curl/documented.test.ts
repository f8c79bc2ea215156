import { dayMs, hourMs } from '../../../src/domain';
import { aCreate } from '../../registry/world';
import { aServer, type Answer, type Server } from '../a-server';

/** The body of the documented example of a fork, as it is printed: with a comma before each closing brace. */
const printed = (target: string): string => `{
        "cloud":"google-europe-central2",
        "plan":"business-4",
        "service_name":"pg-fork",
        "service_type":"pg",
        "user_config":{
          "service_to_fork_from":"source-pg-service",${target}
        }
     }`;
const atTime = `
          "recovery_target_time": "2024-06-01T12:00:00+00:00",`;
const repaired = (body: string): string => body.replace(/,(\s*\})/g, '$1');

const project = 'example-project';
const collection = `/v1/project/${project}/service`;
const one = `${collection}/source-pg-service`;

let open: Server;
let secret: string;

const curl = (method: string, path: string, authorization: string, body?: string): Promise<Answer> =>
  open.send({
    method,
    path,
    headers: {
      'user-agent': 'curl/8.5.0',
      accept: '*/*',
      authorization,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body,
  });
const ask = async (method: string, path: string, body?: object): Promise<Record<string, never>> => {
  const answer = await curl(method, path, `Bearer ${secret}`, body === undefined ? undefined : JSON.stringify(body));
  expect(answer).toMatchObject({ status: 200 });
  return JSON.parse(answer.text) as Record<string, never>;
};

beforeEach(() => {
  open = aServer();
  open.world.run({ type: 'CreateProject', project, organization: 'acme' });
  secret = open.token('admin');
});
afterEach(async () => {
  await open.close();
  expect(open.bugs()).toEqual([]);
});

const source = aCreate({ project, service: 'source-pg-service' });

describe('the documented fork with curl', () => {
  test('forks the latest backup', async () => {
    open.world.run(source);
    const answer = await curl('POST', collection, secret, repaired(printed('')));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      service: {
        service_name: 'pg-fork',
        cloud_name: 'google-europe-central2',
        user_config: { service_to_fork_from: 'source-pg-service' },
        forkcast: { lineage: { source_service: 'source-pg-service' } },
      },
    });
  });

  test('forks a point in time, which must lie in the window', async () => {
    open.world.run(source);
    const body = repaired(printed(atTime));
    expect(JSON.parse((await curl('POST', collection, secret, body)).text)).toMatchObject({
      errors: [{ error_code: 'recovery_time_out_of_range' }],
    });
    open.world.advance(2 * hourMs);
    const inWindow = body.replace('2024-06-01T12:00:00', '2026-11-01T01:00:00');
    const answer = await curl('POST', collection, secret, inWindow);
    expect(JSON.parse(answer.text)).toMatchObject({
      service: {
        user_config: { recovery_target_time: '2026-11-01T01:00:00+00:00' },
        forkcast: { lineage: { recovery_point: '2026-11-01T01:00:00Z' } },
      },
    });
  });

  test.each([
    ['latest backup', ''],
    ['point in time', atTime],
  ])('is refused as it is printed, %s: the comma is named', async (_name, target) => {
    open.world.run(source);
    const answer = await curl('POST', collection, secret, printed(target));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      message: expect.stringMatching(/JSON.*(comma|line \d+)/i),
      errors: [{ error_code: 'request_invalid' }],
    });
  });
});

describe('the documented replication lag with curl', () => {
  test.each(['hour', 'day', 'week', 'month', 'year'])('reports the %s', async (period) => {
    const userConfig = { additional_backup_regions: ['google-europe-west4'] };
    open.world.run({ ...source, userConfig });
    open.world.advance(3 * dayMs);
    const path = `${one}/backup_to_another_region/report`;
    const answer = await curl('POST', path, `Bearer ${secret}`, `{"period":"${period}"}`);
    expect(answer.status).toBe(200);
    const { metrics } = JSON.parse(answer.text) as {
      metrics: { replication_lag: { data: { cols: unknown; rows: [string, number][] }; hints: { title: string } } };
    };
    const { data, hints } = metrics.replication_lag;
    expect(data.cols).toEqual([
      { label: 'time', type: 'date' },
      { label: 'google-europe-west4', type: 'number' },
    ]);
    expect(data.rows.length).toBeGreaterThan(0);
    expect(data.rows.length).toBeLessThanOrEqual(400);
    for (const [at, lag] of data.rows) {
      expect(at).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(lag).toBeGreaterThanOrEqual(0);
    }
    expect(hints.title).toMatch(/lag/);
  });

  test('refuses a period that is none, and the words of the page as they are printed', async () => {
    open.world.run(source);
    const path = `${one}/backup_to_another_region/report`;
    const answer = await curl('POST', path, `Bearer ${secret}`, '{"period":"DESIRED-TIME-PERIOD"}');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ message: expect.stringContaining('period') });
  });
});

describe('the whole story of the documents', () => {
  test('a rename: stop writes, fork under another name, point clients at it, delete the old one', async () => {
    await ask('POST', collection, { service_name: 'old-name', service_type: 'pg', plan: 'business-4' });
    const rows = `/v1/forkcast/project/${project}/service/old-name/rows`;
    await ask('POST', rows, { database: 'defaultdb', key: 'last', value: 'write' });
    open.world.advance(hourMs);
    await ask('POST', collection, {
      service_name: 'new-name',
      service_type: 'pg',
      plan: 'business-4',
      user_config: { service_to_fork_from: 'old-name', recovery_target_time: '2026-11-01T01:00:00Z' },
    });
    await ask('DELETE', `${collection}/old-name`);
    const copied = await ask('GET', rows.replace('old-name', 'new-name'));
    expect(copied).toMatchObject({ total: 1, rows: [{ key: 'last', value: 'write' }] });
    expect(await ask('GET', `${collection}/new-name`)).toMatchObject({
      service: { user_config: { service_to_fork_from: 'old-name' }, service_integrations: [] },
    });
  });

  test('a region is lost: the backup in the other region is the way out', async () => {
    await ask('POST', collection, {
      service_name: 'source-pg-service',
      service_type: 'pg',
      plan: 'business-4',
      cloud: 'google-europe-west1',
      user_config: { additional_backup_regions: ['google-europe-west4'] },
    });
    const user = { username: 'reporting' };
    await ask('POST', `${one}/user`, user);
    open.world.advance(2 * dayMs);
    const backups = await ask('GET', `${one}/backups`);
    expect(backups).toMatchObject({
      backups: expect.arrayContaining([
        expect.objectContaining({
          storage_location: 'google-europe-west1',
          additional_regions: [expect.objectContaining({ cloud: 'google-europe-west4' })],
        }),
      ]),
      pitr: { additional_regions: [{ cloud: 'google-europe-west4' }] },
    });
    await ask('PUT', '/v1/forkcast/outage/google-europe-west1', { down: true });
    const fork = (part: object) => ({
      service_name: 'rescued',
      service_type: 'pg',
      plan: 'business-4',
      cloud: 'google-europe-west4',
      user_config: { service_to_fork_from: 'source-pg-service' },
      ...part,
    });
    const bearer = `Bearer ${secret}`;
    const elsewhere = await curl('POST', collection, bearer, JSON.stringify(fork({ cloud: 'aws-eu-central-1' })));
    expect(elsewhere.status).toBe(400);
    const made = await ask('POST', collection, fork({}));
    expect(made).toMatchObject({
      service: {
        cloud_name: 'google-europe-west4',
        users: expect.arrayContaining([expect.objectContaining(user)]),
        forkcast: { lineage: { role: 'secondary', location: 'google-europe-west4' } },
      },
    });
    const changed = JSON.stringify({ user_config: { additional_backup_regions: ['google-europe-west3'] } });
    await ask('PUT', '/v1/forkcast/outage/google-europe-west1', { down: false });
    expect((await curl('PUT', one, bearer, changed)).status).toBe(200);
    expect((await curl('PUT', one, bearer, changed.replace('west3', 'west4'))).status).toBe(400);
  });
});
