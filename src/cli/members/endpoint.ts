import type { EndpointBody } from '../../api';
import { done } from '../command';
import { change, list, nothing, type Member } from './member';
import { newSettings, settingsInput } from './settings-given';

/** Never its settings. */
const shown = ({ endpoint_id, endpoint_name, endpoint_type }: EndpointBody) => ({
  endpoint_id,
  endpoint_name,
  endpoint_type,
});

/** The integration endpoints of a project: what lies outside. */
export const endpoint: Member = {
  words: 'service integration-endpoint',
  noun: 'integration endpoint',
  of: 'project',
  key: (inputs) => inputs.argument('endpoint-id', 'the endpoint'),
  field: 'endpoint',
  commands: [
    list({
      summary: 'list the integration endpoints of a project',
      example: ['', 'what lies outside, by name'],
      read: async ({ client, project }) =>
        (await client.ask('ServiceIntegrationEndpointList', { at: { project }, body: null, query: null }))
          .service_integration_endpoints,
      none: 'no integration endpoints',
      head: ['id', 'name', 'type'],
      row: (one) => [one.endpoint_id, one.endpoint_name, one.endpoint_type],
      json: ['endpoints', shown],
    }),
    {
      verb: 'create',
      summary: 'create an integration endpoint',
      about: 'Secrets among its settings are kept sealed, and no command shows them.',
      example: [
        '-d our-logs -t rsyslog -c server=logs.example.org -c port=514',
        'name its id with integration-create -D',
      ],
      declare: (inputs) => {
        const name = inputs.requiredText('-d, --endpoint-name <name>', 'the name of the endpoint');
        const type = inputs.requiredText('-t, --endpoint-type <type>', 'such as datadog, prometheus or rsyslog');
        const settings = settingsInput(inputs, 'a setting; repeat it');
        return () => {
          const body = { endpoint_name: name(), endpoint_type: type(), user_config: settings() };
          return async ({ client, project }) => {
            const call = { at: { project }, body, query: null };
            const { service_integration_endpoint: made } = await client.ask('ServiceIntegrationEndpointCreate', call);
            return done(`created integration endpoint ${made.endpoint_id}`, { endpoint: shown(made) });
          };
        };
      },
    },
    change({
      verb: 'update',
      summary: 'replace the settings of an integration endpoint',
      example: ['6f1c2d3e -c server=b -c port=514', 'all of them'],
      given: newSettings,
      make: ({ client, project }, endpoint, body) =>
        client.tell('ServiceIntegrationEndpointUpdate', { at: { project, endpoint }, body, query: null }),
    }),
    change({
      verb: 'delete',
      summary: 'delete an integration endpoint that no integration uses',
      example: ['6f1c2d3e', 'by the id that the list shows'],
      given: nothing,
      make: ({ client, project }, endpoint) =>
        client.tell('ServiceIntegrationEndpointDelete', { at: { project, endpoint }, body: null, query: null }),
    }),
  ],
};
