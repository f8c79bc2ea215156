import type { CommandDefinition, Context } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { table } from '../show/table';
import { plainSettings } from './service-integration-update';

const pathIn = async (context: Context, ...rest: readonly string[]) => {
  const project = await context.project();
  const path = ['project', project, 'integration_endpoint', ...rest].map(encodeURIComponent).join('/');
  return { project, client: await context.connect(), path: `/v1/${path}` };
};

/** `forkcast service integration-endpoint-list`. */
export const serviceEndpointList: CommandDefinition = {
  name: 'service integration-endpoint-list',
  summary: 'list the integration endpoints of a project',
  examples: [{ run: 'forkcast service integration-endpoint-list', does: 'what lies outside, by name' }],
  place: 'project',
  declare: () => async (context) => {
    const { project, client, path } = await pathIn(context);
    const { readEndpoints } = await import('../read-answer.js');
    const { service_integration_endpoints: endpoints } = readEndpoints(await client.call('GET', path));
    const rows = endpoints.map((endpoint) => [endpoint.endpoint_id, endpoint.endpoint_name, endpoint.endpoint_type]);
    return done(rows.length === 0 ? 'no integration endpoints' : table(['id', 'name', 'type'], rows), {
      project,
      endpoints,
    });
  },
};

/** `forkcast service integration-endpoint-create`. */
export const serviceEndpointCreate: CommandDefinition = {
  name: 'service integration-endpoint-create',
  summary: 'create an integration endpoint',
  about: 'Secrets among its settings are kept as hashes and never shown.',
  examples: [
    {
      run: 'forkcast service integration-endpoint-create -d our-logs -t rsyslog -c server=logs.example.org -c port=514',
      does: 'name its id with integration-create -D',
    },
  ],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.requiredText('-d, --endpoint-name <name>', 'the name of the endpoint');
    const type = inputs.requiredText('-t, --endpoint-type <type>', 'such as datadog, prometheus or rsyslog');
    const settings = inputs.textList('-c <key=value>', 'a setting; repeat it');
    return async (context) => {
      const { project, client, path } = await pathIn(context);
      const body = { endpoint_name: name(), endpoint_type: type(), user_config: plainSettings(settings()) };
      const { readEndpoint } = await import('../read-answer.js');
      const { service_integration_endpoint: endpoint } = readEndpoint(await client.call('POST', path, body));
      return done(`created integration endpoint ${endpoint.endpoint_id}`, { project, endpoint });
    };
  },
};

/** `forkcast service integration-endpoint-update`. */
export const serviceEndpointUpdate: CommandDefinition = {
  name: 'service integration-endpoint-update',
  summary: 'replace the settings of an integration endpoint',
  examples: [
    { run: 'forkcast service integration-endpoint-update 6f1c2d3e -c server=b -c port=514', does: 'all of them' },
  ],
  place: 'project',
  declare: (inputs) => {
    const id = inputs.argument('endpoint-id', 'the endpoint');
    const settings = inputs.textList('-c <key=value>', 'a setting; repeat it');
    return async (context) => {
      if (settings().length === 0)
        throw new UsageError('Nothing to change was given: name a setting with -c KEY=VALUE.');
      const { project, client, path } = await pathIn(context, id());
      await client.call('PUT', path, { user_config: plainSettings(settings()) });
      return done(`updated integration endpoint ${id()}`, { project, endpoint_id: id() });
    };
  },
};

/** `forkcast service integration-endpoint-delete`. */
export const serviceEndpointDelete: CommandDefinition = {
  name: 'service integration-endpoint-delete',
  summary: 'delete an integration endpoint that no integration uses',
  examples: [{ run: 'forkcast service integration-endpoint-delete 6f1c2d3e', does: 'by the id that the list shows' }],
  place: 'project',
  declare: (inputs) => {
    const id = inputs.argument('endpoint-id', 'the endpoint');
    return async (context) => {
      const { project, client, path } = await pathIn(context, id());
      await client.call('DELETE', path);
      return done(`deleted integration endpoint ${id()}`, { project, endpoint_id: id() });
    };
  },
};
