import { Service } from '../../src/constructs';
import { defaultCatalogue } from '../../src/domain';
import { aFork } from '../../src/domain/testing';
import { reviewOf } from '../../src/rules';
import { aShellWithOrders } from '../cli/a-registry';
import { anApp } from '../constructs/an-app';
import { aProvider, service as typeName } from '../provider/a-provider';

const rule = 'recovery/target-time-without-zone';

/** What the rule says of a time. */
const wordsOf = (time: string): string => {
  const request = aFork({ userConfig: { recovery_target_time: time } });
  const { findings } = reviewOf([request], { facts: undefined, catalogue: defaultCatalogue });
  const { detail = '', remedy = '' } = findings.find(({ ruleId }) => ruleId === rule) ?? {};
  return `${detail} ${remedy}`;
};

const time = '2026-11-22T12:00:00';
const words = wordsOf(time);

describe('a time without a zone warns, in the words of the rule', () => {
  const shell = aShellWithOrders();

  test('which tell the instant, and speak of no zone of this machine', () => {
    expect(words).toBe(`"${time}" names no zone: it means ${time}Z. Write "${time}Z", or give your own offset.`);
    expect(wordsOf(`${time}+01:00`)).toBe(' ');
  });

  const flags = '-p business-4 --cloud google-europe-west1 --service-to-fork-from orders';
  test.each([
    ['service create', `service create a -t pg ${flags} --recovery-target-time ${time}`],
    ['a setting of service create', `service create b -t pg ${flags} -c recovery_target_time=${time}`],
    ['service fork-preview', `service fork-preview orders --recovery-target-time ${time}`],
    ['a setting of service fork-preview', `service fork-preview orders -c recovery_target_time=${time}`],
  ])('%s', async (_what, line) => {
    expect((await shell.run(line)).err).toBe(`warning: recovery_target_time: ${words} (${rule})\n`);
    const zoned = await shell.run(line.replace(time, `${time}Z`).replace(/create (\w)/, 'create $1$1'));
    expect(zoned.err).toBe('');
  });

  test('service fork-restore', async () => {
    const { out } = await shell.run(`service fork-restore orders --recovery-target-time ${time} --name restored`);
    expect(out).toContain(rule);
  });

  test('synth', () => {
    const { app, stack } = anApp();
    const userConfig = { serviceToForkFrom: 'orders', recoveryTargetTime: time };
    const cloudName = 'google-europe-west1';
    const fork = new Service(stack, 'fork', {
      serviceType: 'pg',
      serviceName: 'copy',
      plan: 'business-4',
      cloudName,
      userConfig,
    });
    app.synth();
    expect(fork.node.metadata.map(({ data }): unknown => data)).toContain(
      `user_config.recovery_target_time: ${words} (${rule})`,
    );
  });

  test("the provider's plan", async () => {
    const { world, again } = await aProvider();
    world.advance(24 * 3_600_000);
    const core = await again();
    const { diagnostics } = await core.plan(
      typeName,
      {
        service_name: 'copy',
        service_type: 'pg',
        plan: 'business-4',
        cloud_name: 'google-europe-west1',
        user_config: { service_to_fork_from: 'orders', recovery_target_time: time },
      },
      null,
    );
    const warned = diagnostics.filter(({ detail }) => detail.startsWith(words));
    expect(warned.map(({ severity, path }) => [severity, path])).toEqual([
      ['warning', ['user_config', 'recovery_target_time']],
    ]);
    world.registry.close();
  });
});
