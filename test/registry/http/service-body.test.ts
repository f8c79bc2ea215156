import type { JsonObject } from '../../../src/domain';
import { hourMs } from '../../../src/domain';
import { anOrdersBody, aServedRegistry, collection, field } from './a-registry';

const rfc3339 = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);

/** Each node with its state, and whether it tells how far it is. */
const nodesOf = ({ node_states: nodes }: JsonObject): readonly string[] =>
  (Array.isArray(nodes) ? nodes : []).map(
    ({ state, progress_updates: updates }: { readonly state: string; readonly progress_updates: readonly unknown[] }) =>
      `${state} ${updates.length === 0 ? 'no progress' : 'progress'}`,
  );

describe('a service as the API shows it', () => {
  test('has every field that clients of the vendor demand', () => {
    const { ask, world, service } = aServedRegistry();
    ask('POST', collection, anOrdersBody({ tags: { team: 'orders' } }));
    ask('POST', `${collection}/orders/connection_pool`, { pool_name: 'p', database: 'defaultdb' });
    world.advance(hourMs);
    expect(service('orders')).toEqual({
      service_name: 'orders',
      service_type: 'pg',
      service_type_description: 'PostgreSQL',
      plan: 'business-4',
      cloud_name: 'google-europe-west1',
      cloud_description: expect.stringContaining('google-europe-west1'),
      state: 'RUNNING',
      create_time: rfc3339,
      update_time: rfc3339,
      user_config: expect.objectContaining({ pg_version: '18', ip_filter: ['0.0.0.0/0', '::/0'] }),
      termination_protection: false,
      project_vpc_id: null,
      group_list: ['default'],
      service_uri: expect.stringMatching(/^postgres:\/\/avnadmin:[^@]+@[^:]+:\d+\/defaultdb\?sslmode=require$/),
      service_uri_params: {
        dbname: 'defaultdb',
        host: expect.any(String),
        password: expect.any(String),
        port: expect.stringMatching(/^\d+$/),
        sslmode: 'require',
        user: 'avnadmin',
      },
      connection_info: {
        pg: [expect.stringMatching(/^postgres:/)],
        pg_params: [expect.objectContaining({ port: expect.stringMatching(/^\d+$/) })],
        pg_standby: [],
        pg_syncing: [],
      },
      maintenance: { dow: 'never', time: '10:00:00', enabled: false, updates: [] },
      backups: [
        {
          backup_name: expect.any(String),
          backup_time: rfc3339,
          data_size: 32 * 1024 * 1024,
          storage_location: 'google-europe-west1',
          additional_regions: [],
        },
      ],
      node_states: [
        {
          name: 'orders-1',
          state: 'running',
          role: 'master',
          availability_zone: expect.any(String),
          progress_updates: [],
        },
        {
          name: 'orders-2',
          state: 'running',
          role: 'standby',
          availability_zone: expect.any(String),
          progress_updates: [],
        },
      ],
      node_count: 2,
      node_cpu_count: expect.any(Number),
      node_memory_mb: 4096,
      disk_space_mb: expect.any(Number),
      components: [
        { component: 'pg', host: expect.any(String), port: expect.any(Number), route: 'dynamic', usage: 'primary' },
        {
          component: 'pgbouncer',
          host: expect.any(String),
          port: expect.any(Number),
          route: 'dynamic',
          usage: 'primary',
        },
      ],
      databases: ['defaultdb'],
      users: [{ username: 'avnadmin', type: 'primary', password: expect.any(String) }],
      connection_pools: [
        {
          pool_name: 'p',
          database: 'defaultdb',
          username: null,
          pool_mode: 'transaction',
          pool_size: 10,
          connection_uri: expect.stringMatching(/^postgres:\/\/.*\/p\?sslmode=require$/),
        },
      ],
      service_integrations: [],
      service_notifications: [],
      features: {},
      metadata: { max_connections: 100 },
      tags: { team: 'orders' },
      tech_emails: [],
      forkcast: {
        incarnation: 1,
        running_at: rfc3339,
        first_backup_at: rfc3339,
        now: rfc3339,
        clock_frozen: true,
        progress_percent: null,
        progress_phase: null,
        origin: null,
        lineage: null,
        manifest: null,
        fork_digest: null,
        ownership: { state: 'never', owner: null, since: null, by: null, fresh: null },
      },
    });
  });

  test('echoes the fork keys byte for byte, for the life of the service', () => {
    const { ask, world, service } = aServedRegistry();
    ask('POST', collection, anOrdersBody());
    world.advance(hourMs);
    const time = '2026-11-01 00:30:00+00:00';
    const created = ask(
      'POST',
      collection,
      anOrdersBody({
        service_name: 'copy',
        user_config: { service_to_fork_from: 'orders', recovery_target_time: time },
      }),
    );
    expect(created.status).toBe(200);
    ask('PUT', `${collection}/copy`, { user_config: { backup_hour: 3 }, powered: true });
    expect(field(service('copy'), 'user_config')).toMatchObject({
      service_to_fork_from: 'orders',
      recovery_target_time: time,
      backup_hour: 3,
    });
    expect(field(service('copy'), 'forkcast')).toMatchObject({
      lineage: {
        source_project: 'demo',
        source_service: 'orders',
        source_incarnation: 1,
        recovery_point: '2026-11-01T00:30:00Z',
        location: 'google-europe-west1',
        role: 'primary',
      },
      manifest: { copied: expect.any(Array), not_copied: expect.any(Array) },
      fork_digest: expect.any(String),
    });
  });

  test('shows progress while it is made, with the keys that a client indexes', () => {
    const { ask, world, service } = aServedRegistry({ profile: 'realistic' });
    ask('POST', collection, anOrdersBody());
    expect(service('orders')).toMatchObject({ state: 'REBUILDING', backups: [] });
    world.advance(150_000);
    const building = service('orders');
    expect(building).toMatchObject({ state: 'REBUILDING', forkcast: { progress_phase: expect.any(String) } });
    expect(building.node_states).toEqual([
      expect.objectContaining({
        progress_updates: expect.arrayContaining([
          {
            phase: expect.any(String),
            completed: expect.any(Boolean),
            min: expect.anything(),
            max: expect.anything(),
            current: expect.anything(),
            unit: expect.any(String),
          },
        ]),
      }),
      expect.anything(),
    ]);
  });

  test('has one node as a fork until its first backup, with progress only while data is synced', () => {
    const { ask, world, service } = aServedRegistry({ profile: 'realistic' });
    ask('POST', collection, anOrdersBody());
    world.advance(6 * 3_600_000);
    const user_config = { service_to_fork_from: 'orders' };
    ask('POST', collection, anOrdersBody({ service_name: 'copy', user_config }));
    const seen = new Set<string>();
    for (let step = 0; step < 600 && nodesOf(service('copy')).length < 2; step += 1) {
      const nodes = nodesOf(service('copy'));
      seen.add(`${service('copy').state as string} ${nodes.length} ${nodes.join()}`);
      world.advance(10_000);
    }
    expect([...seen]).toEqual([
      'REBUILDING 1 setting_up_vm no progress',
      'REBUILDING 1 syncing_data progress',
      'RUNNING 1 running no progress',
    ]);
    expect(service('copy')).toMatchObject({ state: 'RUNNING', backups: [expect.anything()] });
    expect(nodesOf(service('copy'))).toEqual(['running no progress', 'running no progress']);
  });

  test('has no nodes while powered off', () => {
    const { ask, service } = aServedRegistry();
    ask('POST', collection, anOrdersBody());
    ask('PUT', `${collection}/orders`, { powered: false });
    expect(service('orders')).toMatchObject({ state: 'POWEROFF', node_states: [] });
  });

  test.each([
    ['mysql', 'business-4', { mysql: [expect.any(String)], mysql_standby: [] }],
    ['opensearch', 'business-4', { opensearch: [expect.any(String)], opensearch_username: 'avnadmin' }],
    ['valkey', 'business-4', { valkey: [expect.any(String)], valkey_slave: [] }],
    ['dragonfly', 'business-4', { redis: [expect.any(String)] }],
    ['grafana', 'startup-1', { grafana: [expect.any(String)] }],
    ['kafka', 'business-4', { kafka: [expect.any(String)] }],
  ])('%s tells how to connect', (type, plan, info) => {
    const { ask, service } = aServedRegistry();
    expect(ask('POST', collection, anOrdersBody({ service_type: type, plan })).body).toHaveProperty('service');
    expect(service('orders')).toMatchObject({ connection_info: info, service_uri: expect.any(String) });
    const { service_uri_params: parameters } = service('orders');
    expect(Object.values(parameters ?? {}).every((value) => typeof value === 'string')).toBe(true);
  });
});
