import type { CommandDefinition } from '../command';
import { done, reach } from '../command';

/** `forkcast service credentials-reset`. */
export const serviceCredentialsReset: CommandDefinition = {
  name: 'service credentials-reset',
  summary: 'give the administrator of a service a new password',
  examples: { 'forkcast service credentials-reset orders': 'clients with the old one are shut out' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    return async (context) => {
      const { project, client } = await reach(context);
      await client.tell('ServiceResetCredentials', { at: { project, service: name() }, body: null, query: null });
      return done(`reset the credentials of ${name()}`, { project, service: name() });
    };
  },
};
