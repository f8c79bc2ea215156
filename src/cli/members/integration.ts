import { given } from '../../domain';
import { done } from '../command';
import { shownIntegration } from '../show/shown-settings';
import { change, ifMissing, list, nothing, unlessThere, type Member } from './member';
import { newSettings, settingsInput } from './settings-given';

/** The integrations of a project, listed by service. */
export const integration: Member = {
  words: 'service integration',
  noun: 'integration',
  of: 'project',
  key: (inputs) => inputs.argument('integration-id', 'the integration'),
  field: 'integration',
  commands: [
    {
      verb: 'create',
      summary: 'join two services',
      example: ['-t metrics -s orders -d metrics-store', 'orders sends its metrics'],
      declare: (inputs) => {
        const type = inputs.requiredText('-t, --integration-type <type>', 'such as metrics, logs or read_replica');
        const ends = {
          source: inputs.text('-s, --source-service <service>', 'where it starts'),
          destination: inputs.text('-d, --dest-service <service>', 'where it ends'),
          sourceEndpoint: inputs.text('-S, --source-endpoint-id <id>', 'an endpoint where it starts'),
          destinationEndpoint: inputs.text('-D, --dest-endpoint-id <id>', 'an endpoint where it ends'),
          sourceProject: inputs.text('--source-project <project>', 'the project it starts in (default: this one)'),
          destinationProject: inputs.text('--dest-project <project>', 'the project it ends in (default: this one)'),
        };
        const settings = settingsInput(inputs, 'a setting of the integration; repeat it');
        const mayBeThere = ifMissing(inputs);
        return () => {
          const leaves = mayBeThere();
          const user_config = settings();
          const body = {
            integration_type: type(),
            ...given({
              source_service: ends.source(),
              dest_service: ends.destination(),
              source_endpoint_id: ends.sourceEndpoint(),
              dest_endpoint_id: ends.destinationEndpoint(),
              source_project: ends.sourceProject(),
              dest_project: ends.destinationProject(),
              user_config: Object.keys(user_config).length === 0 ? undefined : user_config,
            }),
          };
          return async ({ client, project }) => {
            const made = await unlessThere(leaves, () => client.createIntegration(project, body));
            if (made.kind === 'there') return done('the integration is there already', { existed: true });
            const { value } = made;
            return done(`created integration ${value.service_integration_id}`, {
              integration: shownIntegration(value),
            });
          };
        };
      },
    },
    change({
      verb: 'update',
      summary: 'replace the settings of an integration',
      example: ['6f1c2d3e -c retention_days=7', 'this setting, and no other'],
      given: newSettings,
      make: ({ client, project }, integration, body) =>
        client.tell('ServiceIntegrationUpdate', { at: { project, integration }, body, query: null }),
    }),
    change({
      verb: 'delete',
      summary: 'part two services',
      example: ['6f1c2d3e', 'by the id that integration-list shows'],
      given: nothing,
      make: ({ client, project }, id) => client.deleteIntegration(project, id),
    }),
    list({
      of: 'service',
      summary: 'list the integrations of a service',
      example: ['orders', 'none of them is copied to a fork'],
      read: ({ client, project, service }) => client.listIntegrations(project, service),
      none: 'no integrations',
      head: ['id', 'type', 'from', 'to', 'active'],
      row: (one) => [
        one.service_integration_id,
        one.integration_type,
        one.source_service ?? '',
        one.dest_service ?? '',
        one.active ? 'yes' : 'no',
      ],
      json: ['integrations', shownIntegration],
    }),
  ],
};
