import { hourMs, minuteMs, toRfc3339 } from '../../../src/domain';
import { anOrdersBody, aServedRegistry, codeOf, collection } from './a-registry';

const orders = `${collection}/orders`;

const aRegistryWithOrders = () => {
  const served = aServedRegistry();
  expect(served.ask('POST', collection, anOrdersBody()).status).toBe(200);
  return served;
};

describe('services', () => {
  test.each([
    ['misspelt', `${orders}?expect_incarnaton=7`, undefined],
    ['in other letters', `${orders}?Expect_incarnation=7`, undefined],
    ['in the body of a delete', orders, { expect_incarnation: 7 }],
  ])('are not ended with an expectation that is %s', (_how, path, body) => {
    const { ask } = aRegistryWithOrders();
    expect(codeOf(ask('DELETE', path, body))).toBe('400 request_invalid');
    expect(ask('GET', orders).status).toBe(200);
  });

  test('are made, listed by name, got, changed and terminated', async () => {
    const { client } = aServedRegistry();
    await client.createService('demo', {
      service_name: 'zeta',
      service_type: 'pg',
      plan: 'startup-4',
      user_config: {},
      forkcast: { origin: { stack: 's', path: 's/zeta', fingerprint: 'f', latest_transaction: false } },
    });
    await client.createService('demo', {
      service_name: 'alpha',
      service_type: 'pg',
      plan: 'startup-4',
      user_config: {},
    });
    const listed = await client.listServices('demo');
    expect(listed.map((service) => service.service_name)).toEqual(['alpha', 'zeta']);
    const changed = await client.updateService('demo', 'zeta', {
      plan: 'business-4',
      termination_protection: true,
      user_config: { backup_hour: 4 },
    });
    expect(changed).toMatchObject({
      plan: 'business-4',
      node_count: 2,
      termination_protection: true,
      user_config: { backup_hour: 4, pg_version: '18' },
      forkcast: { origin: { stack: 's', path: 's/zeta', fingerprint: 'f', latest_transaction: false } },
    });
    await expect(client.deleteService('demo', 'zeta')).rejects.toMatchObject({
      status: 403,
      refusalCode: 'termination_protected',
    });
    await client.deleteService('demo', 'alpha');
    await expect(client.getService('demo', 'alpha')).resolves.toBeUndefined();
  });

  test('a user_config value of null resets the key, and what is not sent stays', () => {
    const { ask, service } = aRegistryWithOrders();
    ask('PUT', orders, { user_config: { backup_hour: 3, backup_minute: 5 } });
    ask('PUT', orders, { user_config: { backup_minute: null } });
    const settings = service('orders').user_config;
    expect(settings).toMatchObject({ backup_hour: 3 });
    expect(settings).not.toMatchObject({ backup_minute: 5 });
  });

  test('tags are listed, replaced, and changed one by one', () => {
    const { ask } = aRegistryWithOrders();
    expect(ask('PUT', `${orders}/tags`, { tags: { a: '1', b: '2' } }).body).toEqual({ message: 'updated' });
    expect(ask('PATCH', `${orders}/tags`, { tags: { b: null, c: '3' } }).body).toEqual({ message: 'updated' });
    expect(ask('GET', `${orders}/tags`).body).toEqual({ tags: { a: '1', c: '3' } });
    expect(codeOf(ask('PUT', `${orders}/tags`, { tags: { 'a b': '' } }))).toBe('400 name_invalid');
    expect(codeOf(ask('PATCH', `${collection}/gone/tags`, { tags: {} }))).toBe('404 service_not_found');
  });

  test('credentials are reset', () => {
    const { ask, service } = aRegistryWithOrders();
    const before = service('orders').service_uri;
    expect(ask('PUT', `${orders}/credentials/reset`).body).toHaveProperty('service');
    expect(service('orders').service_uri).not.toBe(before);
  });

  test('update_time changes with every change', () => {
    const { ask, service, world } = aRegistryWithOrders();
    const before = service('orders').update_time;
    world.advance(minuteMs);
    ask('PUT', orders, { termination_protection: true });
    expect(service('orders').update_time).not.toBe(before);
    expect(service('orders').create_time).toBe(before);
  });

  test('a fork is asserted to come from the secondary, and refused when it cannot', () => {
    const { ask } = aRegistryWithOrders();
    const fork = anOrdersBody({
      service_name: 'copy',
      user_config: { service_to_fork_from: 'orders' },
      forkcast: { from: 'secondary' },
    });
    expect(codeOf(ask('POST', collection, fork))).toBe('400 secondary_not_available');
  });
});

describe('backups', () => {
  test('are listed with the window restorable, whose end is null for now', async () => {
    const { client, world } = aRegistryWithOrders();
    world.advance(hourMs);
    const answer = await client.listBackups('demo', 'orders');
    expect(answer.backups).toHaveLength(1);
    expect(answer.pitr).toEqual({
      primary_region: { pitr_range_start: answer.backups[0]?.backup_time, pitr_range_end: null },
      additional_regions: [],
    });
  });

  test('of a type without point-in-time recovery come without a window', async () => {
    const { client, ask } = aServedRegistry();
    ask('POST', collection, anOrdersBody({ service_type: 'opensearch' }));
    expect(await client.listBackups('demo', 'orders')).not.toHaveProperty('pitr');
  });

  test('end with the power of the service', async () => {
    const { client, ask, world } = aRegistryWithOrders();
    world.advance(hourMs);
    const off = toRfc3339(world.now());
    ask('PUT', orders, { powered: false });
    world.advance(hourMs);
    expect((await client.listBackups('demo', 'orders')).pitr?.primary_region.pitr_range_end).toBe(off);
  });

  test('tell the schedule that was set', () => {
    const { ask } = aServedRegistry();
    ask('POST', collection, anOrdersBody({ user_config: { backup_hour: 3, backup_minute: 30 } }));
    expect(ask('GET', `${orders}/backups`).body).toMatchObject({
      scheduled_backup_time: { backup_hour: 3, backup_minute: 30 },
    });
  });

  test('are copied to the second region, with status, lag report, pause and window', async () => {
    const { client, ask, world } = aRegistryWithOrders();
    expect(await client.backupRegions('demo', 'orders')).toMatchObject({ cloud: null, status: 'none', windows: [{}] });
    ask('PUT', orders, { user_config: { additional_backup_regions: ['google-europe-west4'] } });
    const { data: none } = (await client.lagReport('demo', 'orders', 'day')).replication_lag;
    expect(none.rows).toEqual([]);
    expect((await client.listBackups('demo', 'orders')).pitr?.additional_regions).toEqual([]);
    expect(await client.backupRegions('demo', 'orders')).toMatchObject({ status: 'pending', lag_seconds: null });
    world.advance(50 * hourMs);
    expect(await client.backupRegions('demo', 'orders')).toMatchObject({
      cloud: 'google-europe-west4',
      status: 'available',
      lag_seconds: expect.any(Number),
      copied_backups: expect.any(Number),
      oldest_copy_at: expect.any(String),
      windows: [{ role: 'primary' }, { role: 'secondary', location: 'google-europe-west4' }],
    });
    const backups = await client.listBackups('demo', 'orders');
    expect(backups.backups.at(-1)?.additional_regions).toEqual([
      { cloud: 'google-europe-west4', region: 'europe-west4', paused: false },
    ]);
    expect(backups.pitr?.additional_regions).toEqual([
      {
        cloud: 'google-europe-west4',
        region: 'europe-west4',
        pitr_range_start: expect.any(String),
        pitr_range_end: expect.any(String),
      },
    ]);
    for (const period of ['hour', 'day', 'week', 'month', 'year'] as const) {
      const { data, hints } = (await client.lagReport('demo', 'orders', period)).replication_lag;
      expect(data.cols).toEqual([
        { label: 'time', type: 'date' },
        { label: 'google-europe-west4', type: 'number' },
      ]);
      expect(data.rows.length).toBeGreaterThan(0);
      expect(hints.title).toBe('Backup replication lag (s)');
    }
    await client.setBackupCopyPaused('demo', 'orders', true);
    const pause_reason = 'Copying was paused by the administrator of the registry.';
    expect(await client.backupRegions('demo', 'orders')).toMatchObject({ status: 'paused', pause_reason });
    expect((await client.listBackups('demo', 'orders')).backups.at(-1)?.additional_regions).toEqual([
      { cloud: 'google-europe-west4', region: 'europe-west4', paused: true, pause_reason },
    ]);
  });

  test('a lag report of an unknown period is refused', () => {
    const { ask } = aRegistryWithOrders();
    const report = `${orders}/backup_to_another_region/report`;
    expect(codeOf(ask('POST', report, { period: 'decade' }))).toBe('400 request_invalid');
    expect(ask('POST', report, {}).status).toBe(200);
    expect(ask('POST', report, { period: 'day', kafka_topic_name: null }).status).toBe(200);
    const ofTopic = ask('POST', report, { kafka_topic_name: 'clicks' });
    expect(codeOf(ofTopic)).toBe('400 operation_not_simulated');
    expect(JSON.stringify(ofTopic.body)).toContain('kafka_topic_name');
    expect(codeOf(ask('POST', `${collection}/gone/backup_to_another_region/report`, {}))).toBe('404 service_not_found');
  });
});
