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
