import { forkcastService } from '../../src/intake/plan/families/forkcast-service';

const fieldsOf = (user_config: object, marks: { unknown?: object; sensitive?: object } = {}, more: object = {}) =>
  forkcastService.fieldsOf(
    'forkcast_service',
    {
      value: JSON.parse(JSON.stringify({ service_type: 'pg', user_config, ...more })),
      unknown: JSON.parse(JSON.stringify({ user_config: marks.unknown ?? {} })),
      sensitive: JSON.parse(JSON.stringify({ user_config: marks.sensitive ?? {} })),
    },
    { isWritten: () => true },
  );

describe('the settings of a planned forkcast_service', () => {
  test('are read from the block and from its two objects', () => {
    const block = { pg_version: '16', settings: { work_mem: 8 }, secret_settings: null, service_to_fork_from: null };
    expect(fieldsOf(block)['user_config']).toEqual({ pg_version: '16', work_mem: 8 });
  });

  test('an empty list is a value, for it takes the second backup region away', () => {
    const block = { additional_backup_regions: [], ip_filter: null };
    expect(fieldsOf(block)['user_config']).toEqual({ additional_backup_regions: [] });
  });

  test('an empty source is told, for somebody wrote it; another empty text is as none', () => {
    expect(fieldsOf({ service_to_fork_from: '', recovery_target_time: '' })['user_config']).toEqual({
      service_to_fork_from: '',
    });
  });

  test('are masked where the whole object is a secret', () => {
    const block = { secret_settings: { admin_password: 'not to be seen' } };
    const { user_config } = fieldsOf(block, { sensitive: { secret_settings: true } });
    expect(user_config).toEqual({ admin_password: '${sensitive}' });
  });

  test('may be known after apply one by one', () => {
    const { user_config } = fieldsOf({ settings: { work_mem: 8 } }, { unknown: { settings: { pg: true } } });
    expect(user_config).toEqual({ work_mem: 8, pg: '${later}' });
  });
});

test('a planned forkcast_service tells what it is made with and what it accepts', () => {
  const acknowledge = [{ rule: 'sizing/memory-below-data', reason: 'A rehearsal', until: null }];
  const service_integrations = [{ integration_type: 'read_replica', source_service_name: 'orders' }];
  expect(fieldsOf({}, {}, { acknowledge, service_integrations, static_ips: ['ip-1'] })).toMatchObject({
    acknowledge,
    static_ips: ['ip-1'],
    service_integrations: [{ integration_type: 'read_replica', source_service: 'orders' }],
  });
});

test.each([
  ['is not asked for where nobody wrote it', false, undefined],
  ['is known after apply where it was written so', true, '${later}'],
])('the plan of a fork from the secondary location %s', (_, isWritten, plan) => {
  const fields = forkcastService.fieldsOf(
    'forkcast_service',
    { value: { service_type: 'pg', from: 'secondary', user_config: {} }, unknown: { plan: true }, sensitive: {} },
    { isWritten: () => isWritten },
  );
  expect(fields['plan']).toBe(plan);
});
