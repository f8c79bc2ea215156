import type { JsonObject } from '../../../src/domain';
import { aServedRegistry, anOrdersBody, collection } from './a-registry';

/** What a refused request says of who foretold it. */
const foretold = (answer: { readonly body: unknown }): unknown => {
  const { errors }: { readonly errors: readonly JsonObject[] } = JSON.parse(JSON.stringify(answer.body));
  return errors[0]?.['predicted_by'] ?? 'nobody';
};

const fork = (userConfig: JsonObject, part: JsonObject = {}): JsonObject =>
  anOrdersBody({ service_name: 'copy', ...part, user_config: { service_to_fork_from: 'orders', ...userConfig } });

describe('a refusal names only the rules that can have foretold this request', () => {
  const { ask } = aServedRegistry();
  beforeAll(() => ask('POST', collection, anOrdersBody()));

  test.each<[string, JsonObject, readonly string[]]>([
    ['a backup name on pg', fork({ recovery_basebackup_name: 'backup-1' }), ['recovery/backup-name-invalid']],
    ['a misspelt key', fork({ recovery_tarqet_time: '2026-01-01T00:00:00Z' }), ['naming/unknown-setting']],
    [
      'a time on clickhouse',
      fork({ recovery_target_time: '2026-01-01T00:00:00Z' }, { service_type: 'clickhouse', plan: 'startup-16' }),
      ['recovery/clickhouse-point-in-time'],
    ],
    ['a fork of kafka', fork({}, { service_type: 'kafka', plan: 'business-4' }), ['source/type-not-forkable']],
    ['a private network', fork({}, { project_vpc_id: 'demo/1' }), ['placement/network-not-simulated']],
    ['a name that is taken', anOrdersBody(), ['project/name-taken']],
    ['a fork of its own name', fork({}, { service_name: 'orders' }), ['project/self-fork']],
    [
      'a time without a source',
      anOrdersBody({ service_name: 'copy', user_config: { recovery_target_time: '2026-01-01T00:00:00Z' } }),
      ['recovery/target-time-without-source'],
    ],
  ])('%s', (_, body, rules) => {
    expect(foretold(ask('POST', collection, body))).toEqual(rules);
  });

  test('a change is foretold by no rule about new services', () => {
    expect(foretold(ask('PUT', `${collection}/orders`, { user_config: { work_memory: 4 } }))).toEqual([
      'naming/unknown-setting',
    ]);
  });

  test('what is about no declared service is foretold by nobody', () => {
    expect(foretold(ask('GET', '/v1/project/nowhere'))).toBe('nobody');
    expect(foretold(ask('POST', '/v1/project/demo/vpcs'))).toBe('nobody');
  });

  test('it says in short what they say, and where to read it', () => {
    expect(ask('POST', collection, fork({}, { service_type: 'kafka', plan: 'business-4' })).body).toMatchObject({
      errors: [{ more_info: 'Services of this type cannot be forked: forkcast explain source/type-not-forkable' }],
    });
  });
});
