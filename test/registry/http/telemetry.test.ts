import { X509Certificate } from 'node:crypto';
import { hourMs } from '../../../src/domain';
import { anOrdersBody, aServedRegistry, codeOf, collection, field, textIn } from './a-registry';

const orders = `${collection}/orders`;

const aRegistryWithOrders = (part = {}) => {
  const served = aServedRegistry();
  served.ask('POST', collection, anOrdersBody(part));
  return served;
};

describe('metrics', () => {
  test('chart the size of the data, the use of the disk and the lag of the second region', () => {
    const { ask, world } = aRegistryWithOrders({ user_config: { additional_backup_regions: ['google-europe-west4'] } });
    world.advance(2 * hourMs);
    const rows = { database: 'defaultdb', count: 100_000 };
    ask('POST', '/v1/forkcast/project/demo/service/orders/rows/generate', rows);
    const metrics = field(ask('POST', `${orders}/metrics`, { period: 'hour' }).body, 'metrics');
    expect(Object.keys(metrics)).toEqual(['data_size', 'disk_usage', 'replication_lag']);
    expect(metrics['data_size']).toMatchObject({
      data: {
        cols: [
          { label: 'time', type: 'date' },
          { label: 'orders', type: 'number' },
        ],
        rows: expect.arrayContaining([['2026-11-01T01:00:00Z', 32]]),
      },
      hints: { title: 'Data size (MB)' },
    });
    const { rows: points } = field(metrics['data_size'] ?? null, 'data') as { rows: [string, number][] };
    expect(points).toHaveLength(121);
    expect(points.at(-1)?.[1]).toBeGreaterThan(32);
  });

  test.each(['hour', 'day', 'week', 'month', 'year'])(
    'and the report of the second region take the period %s',
    (period) => {
      const { ask } = aRegistryWithOrders();
      expect(ask('POST', `${orders}/metrics`, { period }).status).toBe(200);
      expect(ask('POST', `${orders}/backup_to_another_region/report`, { period }).body).toMatchObject({
        metrics: { replication_lag: { data: { cols: [{ label: 'time' }], rows: [] } } },
      });
    },
  );
});

describe('events', () => {
  test('list what happened in a project, newest first, every value a text and no secret among them', () => {
    const { ask } = aRegistryWithOrders({ user_config: { admin_password: 'hunter2hunter2' } });
    ask('POST', `${orders}/user`, { username: 'ada' });
    ask('PUT', orders, { user_config: { backup_hour: 3, backup_minute: 0 } });
    const { events } = ask('GET', '/v1/project/demo/events?limit=999').body as { events: Record<string, string>[] };
    expect(events.map((event) => event['event_type'])).toEqual([
      'user_config_changed',
      'user_created',
      'service_created',
      'project_created',
    ]);
    expect(events[1]).toEqual({
      id: expect.any(String),
      time: '2026-11-01T00:00:00Z',
      actor: 'forkcast',
      event_type: 'user_created',
      event_desc: 'User created: ada',
      project_name: 'demo',
      service_name: 'orders',
      service_id: 'demo/orders#1',
    });
    expect(JSON.stringify(events)).not.toContain('hunter2');
    for (const event of events) for (const value of Object.values(event)) expect(typeof value).toBe('string');
    expect((ask('GET', '/v1/project/demo/events?limit=2').body as { events: unknown[] }).events).toHaveLength(2);
    expect((ask('GET', '/v1/project/demo/events?limit=0').body as { events: unknown[] }).events).toHaveLength(1);
    expect(codeOf(ask('GET', '/v1/project/demo/events?limit=many'))).toBe('400 request_invalid');
    expect(codeOf(ask('GET', '/v1/project/nowhere/events'))).toBe('404 project_not_found');
  });
});

describe('logs', () => {
  test('are read page by page, forward from an offset and backward from the end', () => {
    const { ask } = aRegistryWithOrders();
    for (const username of ['a', 'b', 'c']) ask('POST', `${orders}/user`, { username });
    const page = (body: object) =>
      ask('POST', `${orders}/logs`, { ...body }).body as { logs: { msg: string }[]; offset: string };
    const messages = (body: object) => page(body).logs.map(({ msg }) => msg);
    expect(messages({ limit: 2, sort_order: 'asc' })).toEqual(['User created: b', 'User created: c']);
    expect(messages({ limit: 2, sort_order: 'desc' })).toEqual(['User created: c', 'User created: b']);
    const first = page({ limit: 2, sort_order: 'desc' });
    expect(messages({ limit: 1, sort_order: 'desc', offset: first.offset })).toEqual(['User created: a']);
    const last = page({ limit: 100 });
    expect(last.logs).toHaveLength(4);
    ask('POST', `${orders}/user`, { username: 'd' });
    expect(messages({ offset: last.offset })).toEqual(['User created: d']);
    expect(page({ offset: '999' })).toMatchObject({ logs: [], offset: '999' });
    expect(codeOf(ask('POST', `${orders}/logs`, { offset: 'x' }))).toBe('400 request_invalid');
    expect(codeOf(ask('POST', `${orders}/logs`, { limit: 501 }))).toBe('400 request_invalid');
  });
});

describe('tasks', () => {
  test.each([
    ['18', true],
    ['17', true],
    ['16', false],
    ['99', false],
  ])('a check of the upgrade from 17 to %s says %s', (target, success) => {
    const { ask } = aRegistryWithOrders({ user_config: { pg_version: '17' } });
    const made = field(
      ask('POST', `${orders}/task`, { task_type: 'upgrade_check', target_version: target }).body,
      'task',
    );
    expect(made).toMatchObject({ task_type: 'upgrade_check', success, result: expect.stringMatching(/./) });
    expect(ask('GET', `${orders}/task/${textIn(made, 'task_id')}`).body).toEqual({ task: made });
  });

  test('do not count as a change of the service, and others are refused by name', () => {
    const { ask, service, world } = aRegistryWithOrders();
    const before = service('orders')['update_time'];
    world.advance(hourMs);
    ask('POST', `${orders}/task`, { task_type: 'upgrade_check', upgrade_check: { target_version: '18' } });
    expect(service('orders')['update_time']).toBe(before);
    expect(codeOf(ask('POST', `${orders}/task`, { task_type: 'migration_check' }))).toBe('400 operation_not_simulated');
    expect(codeOf(ask('POST', `${orders}/task`, { task_type: 'upgrade_check' }))).toBe('400 request_invalid');
    expect(codeOf(ask('GET', `${orders}/task/gone`))).toBe('404 task_not_found');
  });
});

describe('the rest of what clients read', () => {
  test('a maintenance window is kept, changed in part, and starts nothing', () => {
    const { ask, service } = aRegistryWithOrders({ maintenance: { dow: 'monday', time: '10:30:00' } });
    expect(service('orders')['maintenance']).toEqual({ dow: 'monday', time: '10:30:00', enabled: true, updates: [] });
    ask('PUT', orders, { maintenance: { dow: 'sunday' } });
    expect(service('orders')['maintenance']).toMatchObject({ dow: 'sunday', time: '10:30:00' });
    expect(codeOf(ask('PUT', orders, { maintenance: { time: '25:00:00' } }))).toBe('400 request_invalid');
    expect(ask('PUT', `${orders}/maintenance/start`).body).toEqual({ message: expect.any(String) });
  });

  test('the authority of a project is a certificate, always the same, another for another project', () => {
    const { ask } = aServedRegistry();
    const of = (project: string) => {
      const { certificate } = ask('GET', `/v1/project/${project}/kms/ca`).body as { certificate: string };
      return certificate;
    };
    const certificate = new X509Certificate(of('demo'));
    expect(certificate.subject).toBe('CN=demo Project CA');
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(of('demo')).toBe(of('demo'));
    expect(of('other')).not.toBe(of('demo'));
  });

  test('passwords are there unless a client wants none', () => {
    const { ask } = aRegistryWithOrders();
    for (const query of ['', '?include_secrets=true', '?include_secrets=true&limit=999']) {
      expect(JSON.stringify(ask('GET', `${orders}${query}`).body)).not.toContain('<redacted>');
    }
    const hidden = JSON.stringify(ask('GET', `${orders}?include_secrets=false`).body);
    const listed = JSON.stringify(ask('GET', `${collection}?include_secrets=false`).body);
    for (const text of [hidden, listed]) expect(text).not.toContain('AVNS_');
  });

  test('a pool changes in part', () => {
    const { ask, service } = aRegistryWithOrders();
    ask('POST', `${orders}/connection_pool`, { pool_name: 'p', database: 'defaultdb', username: 'avnadmin' });
    expect(ask('PUT', `${orders}/connection_pool/p`, { pool_size: 25, pool_mode: 'session' }).status).toBe(200);
    expect(service('orders')['connection_pools']).toEqual([
      expect.objectContaining({ pool_name: 'p', pool_size: 25, pool_mode: 'session', username: 'avnadmin' }),
    ]);
    ask('PUT', `${orders}/connection_pool/p`, { username: null });
    expect(service('orders')['connection_pools']).toEqual([expect.objectContaining({ username: null, pool_size: 25 })]);
    expect(codeOf(ask('PUT', `${orders}/connection_pool/gone`, { pool_size: 1 }))).toBe('404 pool_not_found');
    expect(codeOf(ask('PUT', `${orders}/connection_pool/p`, { database: 'gone' }))).toBe('404 database_not_found');
  });

  test('prices and versions are told', () => {
    const { ask } = aServedRegistry();
    const price = '/v1/project/demo/pricing/service-types/pg/plans/business-4/clouds/';
    expect(ask('GET', `${price}aws-eu-central-1`).body).toMatchObject({
      base_price_usd: expect.stringMatching(/^\d+\.\d+$/),
      cloud_name: 'aws-eu-central-1',
      service_plan: 'business-4',
      service_type: 'pg',
    });
    expect(codeOf(ask('GET', `${price}eu-central-1`))).toBe('404 cloud_unknown');
    expect(ask('GET', '/v1/account/acme/service_versions').body).toEqual(ask('GET', '/v1/service_versions').body);
    expect(codeOf(ask('GET', '/v1/account/nobody/service_versions'))).toBe('404 organization_not_found');
  });
});
