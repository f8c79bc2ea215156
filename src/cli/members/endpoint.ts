import { done } from '../command';
import { pathTo } from '../path-to';
import { change, list, nothing, type Member, type Place } from './member';
import { newSettings, settingsInput } from './settings-given';

const pathIn = ({ project }: Place, ...rest: readonly string[]): string =>
  pathTo('project', project, 'integration_endpoint', ...rest);

/** The integration endpoints of a project: what lies outside. */
export const endpoint: Member = {
  words: 'service integration-endpoint',
  noun: 'integration endpoint',
  of: 'project',
  key: (inputs) => inputs.argument('endpoint-id', 'the endpoint'),
  field: 'endpoint_id',
  commands: [
    list({
      summary: 'list the integration endpoints of a project',
      example: ['', 'what lies outside, by name'],
      read: async (place) => {
        const { readEndpoints } = await import('../read-answer.js');
        return readEndpoints(await place.client.call('GET', pathIn(place))).service_integration_endpoints;
      },
      none: 'no integration endpoints',
      head: ['id', 'name', 'type'],
      row: (one) => [one.endpoint_id, one.endpoint_name, one.endpoint_type],
      json: ['endpoints', (one) => one],
    }),
    {
      verb: 'create',
      summary: 'create an integration endpoint',
      about: 'Secrets among its settings are kept as hashes and never shown.',
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
          return async (place) => {
            const { readEndpoint } = await import('../read-answer.js');
            const answer = readEndpoint(await place.client.call('POST', pathIn(place), body));
            const made = answer.service_integration_endpoint;
            return done(`created integration endpoint ${made.endpoint_id}`, { endpoint: made });
          };
        };
      },
    },
    change({
      verb: 'update',
      summary: 'replace the settings of an integration endpoint',
      example: ['6f1c2d3e -c server=b -c port=514', 'all of them'],
      given: newSettings,
      make: (place, id, settings) => place.client.call('PUT', pathIn(place, id), settings),
    }),
    change({
      verb: 'delete',
      summary: 'delete an integration endpoint that no integration uses',
      example: ['6f1c2d3e', 'by the id that the list shows'],
      given: nothing,
      make: (place, id) => place.client.call('DELETE', pathIn(place, id)),
    }),
  ],
};
