import { serviceTypes } from '../../src/domain';
import { Dynamic, listOf, type ObjectValue, string, unknown, type Value } from '../../src/provider/protocol';
import { blockKeys } from '../../src/provider/resources/user-config';
import { aForkConfig, aProvider, aServiceConfig, told } from './a-provider';

const service = 'forkcast_service';

/** While Terraform validates, a variable is unknown, and may turn out to be null. */
describe('a value that is unknown while Terraform validates', () => {
  test('is no second recovery point, until it is known to be one', async () => {
    const { core } = await aProvider();
    const errors = async (config: ObjectValue) => told(await core.validate(service, config), 'error');
    const latest = { latest_transaction: true };
    expect(await errors(aForkConfig({ recovery_target_time: unknown }, latest))).toEqual([]);
    expect(await errors(aForkConfig({ recovery_target_time: null }, latest))).toEqual([]);
    expect(await errors(aForkConfig({ recovery_target_time: '2026-11-03T10:00:00Z' }, latest))).toHaveLength(1);
    const time = { recovery_target_time: '2026-11-03T10:00:00Z' };
    expect(await errors(aForkConfig(time, { latest_transaction: unknown }))).toEqual([]);
  });

  test.each(serviceTypes.filter(({ legacy }) => !legacy).map(({ name }) => name))(
    'is no key that %s does not have',
    async (serviceType) => {
      const { core } = await aProvider();
      const keys = [...blockKeys().values()].filter(({ place }) => place === 'attribute');
      const block = Object.fromEntries(keys.map(({ name }) => [name, unknown]));
      const config = aServiceConfig({ service_type: serviceType, plan: unknown, user_config: block });
      expect(told(await core.validate(service, config), 'error')).toEqual([]);
    },
  );

  test('is one when the type does not have it and it has a value', async () => {
    const { core } = await aProvider();
    const config = aServiceConfig({ user_config: { mysql_version: '8' } });
    expect(told(await core.validate(service, config), 'error').join()).toMatch(/have no setting "mysql_version"/);
  });
});

const aList = (...items: readonly Value[]): Value => new Dynamic(listOf(string), items);

describe('null inside a list or a map', () => {
  const errors = async (attributes: ObjectValue) => {
    const { core } = await aProvider();
    return told(await core.validate(service, aServiceConfig(attributes)), 'error');
  };

  test.each<[string, ObjectValue, RegExp]>([
    ['tags', { tags: { a: null, b: 'x' } }, /: a is null\. Leave it out/],
    ['tech_emails', { tech_emails: ['a@b.ch', null] }, /Element 1 is null\. Leave it out/],
    ['ip_filter', { user_config: { ip_filter: aList('10.0.0.0/8', null) } }, /ip_filter has an element that is null/],
    ['ip_filter beside what is unknown', { user_config: { ip_filter: aList(unknown, null) } }, /element that is null/],
  ])('is refused in %s', async (_where, attributes, detail) => {
    expect(await errors(attributes)).toEqual([expect.stringMatching(detail)]);
  });

  test.each<[string, ObjectValue]>([
    ['static_ips', { static_ips: [null] }],
    ['secrets', { secrets: { admin_password: null } }],
    ['an unknown element', { tech_emails: [unknown], tags: { a: unknown } }],
  ])('is none in %s', async (_where, attributes) => {
    expect(await errors(attributes)).toEqual([]);
  });
});
