import type { Command } from '../../src/registry';
import { aCreate, aWorld, orders } from './world';

const settings = (length: number) => ({ pg: { log_line_prefix: 'x'.repeat(length) } });

describe('settings of a service', () => {
  test('that are large are taken, and those beyond the bound refused by their name, when made and when changed', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: settings(200_000) }));
    const userConfig = settings(262_144);
    for (const command of [
      aCreate({ service: 'other', userConfig }),
      { type: 'UpdateService', ...orders, userConfig } as const,
    ]) {
      const outcome = world.registry.execute(command);
      expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'user_config_value_invalid' } });
      expect(JSON.stringify(outcome)).toMatch(/at most 262144 bytes as JSON, these take \d+, pg alone \d+/);
    }
  });
});

describe('what is around a service', () => {
  const endpoint = { type: 'CreateEndpoint', project: 'demo', endpointType: 'rsyslog' } as const;
  const refusal = (world: ReturnType<typeof aWorld>, command: Command) => {
    const outcome = world.registry.execute(command);
    return outcome.kind === 'refused' ? `${outcome.refusal.code}: ${outcome.refusal.message}` : 'done';
  };

  test('has settings with a bound', () => {
    const world = aWorld();
    world.run(aCreate({}), aCreate({ service: 'store' }));
    const userConfig = { server: 'x'.repeat(65_536) };
    expect(refusal(world, { ...endpoint, name: 'logs', userConfig })).toMatch(
      /^request_invalid: The settings of an endpoint take at most 65536 bytes as JSON, these take 65538, server alone/,
    );
    const integration = {
      integrationType: 'metrics',
      sourceService: 'orders',
      destinationService: 'store',
      userConfig,
    };
    expect(refusal(world, { type: 'CreateIntegration', project: 'demo', integration })).toMatch(
      /^request_invalid: The settings of an integration take at most 65536 bytes/,
    );
  });
});
