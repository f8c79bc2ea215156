import type { JsonObject } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { settingsOf } from '../settings';

/** The settings of repeated `-c KEY=VALUE` of something that is no service: a value is JSON where it reads as such. @throws UsageError */
export const plainSettings = (pairs: readonly string[]): JsonObject => settingsOf('', pairs);

/** `forkcast service integration-update`. */
export const serviceIntegrationUpdate: CommandDefinition = {
  name: 'service integration-update',
  summary: 'replace the settings of an integration',
  examples: [
    { run: 'forkcast service integration-update 6f1c2d3e -c retention_days=7', does: 'this setting, and no other' },
  ],
  place: 'project',
  declare: (inputs) => {
    const id = inputs.argument('integration-id', 'the integration');
    const settings = inputs.textList('-c <key=value>', 'a setting; repeat it');
    return async (context) => {
      if (settings().length === 0)
        throw new UsageError('Nothing to change was given: name a setting with -c KEY=VALUE.');
      const project = await context.project();
      const client = await context.connect();
      const path = `/v1/project/${encodeURIComponent(project)}/integration/${encodeURIComponent(id())}`;
      await client.call('PUT', path, { user_config: plainSettings(settings()) });
      return done(`updated integration ${id()}`, { project, service_integration_id: id() });
    };
  },
};
