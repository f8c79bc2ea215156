import { done } from '../command';
import { serviceCommand } from '../service-command';

/** `forkcast service credentials-reset`. */
export const serviceCredentialsReset = serviceCommand({
  name: 'service credentials-reset',
  summary: 'give the administrator of a service a new password',
  examples: { 'forkcast service credentials-reset orders': 'clients with the old one are shut out' },
  argument: ['service', 'the service'],
  run: async ({ client, project, service }) => {
    await client.tell('ServiceResetCredentials', { at: { project, service }, body: null, query: null });
    return done(`reset the credentials of ${service}`, { project, service });
  },
});
