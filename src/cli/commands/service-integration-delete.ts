import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service integration-delete`. */
export const serviceIntegrationDelete: CommandDefinition = {
  name: 'service integration-delete',
  summary: 'part two services',
  examples: [{ run: 'forkcast service integration-delete 6f1c2d3e', does: 'by the id that integration-list shows' }],
  place: 'project',
  declare: (inputs) => {
    const id = inputs.argument('integration-id', 'the integration');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      await client.deleteIntegration(project, id());
      return done(`deleted integration ${id()}`, { project, service_integration_id: id() });
    };
  },
};
