import type { CommandDefinition } from '../command';
import { done } from '../command';
import { asJson } from '../json';
import { plainSettings } from './service-integration-update';

/** `forkcast service integration-create`. */
export const serviceIntegrationCreate: CommandDefinition = {
  name: 'service integration-create',
  summary: 'join two services',
  examples: [
    {
      run: 'forkcast service integration-create -t metrics -s orders -d metrics-store',
      does: 'orders sends its metrics',
    },
  ],
  place: 'project',
  declare: (inputs) => {
    const type = inputs.requiredText('-t, --integration-type <type>', 'such as metrics, logs or read_replica');
    const source = inputs.text('-s, --source-service <service>', 'where it starts');
    const destination = inputs.text('-d, --dest-service <service>', 'where it ends');
    const sourceEndpoint = inputs.text('-S, --source-endpoint-id <id>', 'an endpoint where it starts');
    const destinationEndpoint = inputs.text('-D, --dest-endpoint-id <id>', 'an endpoint where it ends');
    const sourceProject = inputs.text('--source-project <project>', 'the project it starts in (default: this one)');
    const destinationProject = inputs.text('--dest-project <project>', 'the project it ends in (default: this one)');
    const settings = inputs.textList('-c <key=value>', 'a setting of the integration; repeat it');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const given = {
        source_service: source(),
        dest_service: destination(),
        source_endpoint_id: sourceEndpoint(),
        dest_endpoint_id: destinationEndpoint(),
        source_project: sourceProject(),
        dest_project: destinationProject(),
      };
      const ends = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const made = await client.createIntegration(project, {
        integration_type: type(),
        ...ends,
        ...(settings().length === 0 ? {} : { user_config: plainSettings(settings()) }),
      });
      return done(`created integration ${made.service_integration_id}`, { project, integration: asJson(made) });
    };
  },
};
