import type { CommandDefinition } from '../command';
import { done } from '../command';
import { asJson } from '../json';
import { table } from '../show/table';

/** `forkcast service integration-list`. */
export const serviceIntegrationList: CommandDefinition = {
  name: 'service integration-list',
  summary: 'list the integrations of a service',
  examples: [{ run: 'forkcast service integration-list orders', does: 'none of them is copied to a fork' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const integrations = await client.listIntegrations(project, name());
      const rows = integrations.map((integration) => [
        integration.service_integration_id,
        integration.integration_type,
        integration.source_service ?? '',
        integration.dest_service ?? '',
        integration.active ? 'yes' : 'no',
      ]);
      return done(rows.length === 0 ? 'no integrations' : table(['id', 'type', 'from', 'to', 'active'], rows), {
        project,
        service: name(),
        integrations: integrations.map(asJson),
      });
    };
  },
};
