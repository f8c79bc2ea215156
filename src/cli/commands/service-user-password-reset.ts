import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service user-password-reset`. */
export const serviceUserPasswordReset: CommandDefinition = {
  name: 'service user-password-reset',
  summary: 'give a user of a service a new password',
  about:
    'The password is in the answer of the API, never in that of this command. A fork of an earlier time has the old one.',
  examples: [{ run: 'forkcast service user-password-reset orders --username reporting', does: 'the old one ends' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const username = inputs.requiredText('--username <name>', 'the name of the user');
    const password = inputs.text(
      '--new-password <password>',
      'its new password, 8 to 256 characters; else one is drawn',
    );
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      await client.resetUserPassword(project, name(), username(), password());
      return done(`reset the password of user ${username()} of ${name()}`, {
        project,
        service: name(),
        username: username(),
      });
    };
  },
};

/** `forkcast service credentials-reset`. */
export const serviceCredentialsReset: CommandDefinition = {
  name: 'service credentials-reset',
  summary: 'give the administrator of a service a new password',
  examples: [{ run: 'forkcast service credentials-reset orders', does: 'clients with the old one are shut out' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const path = ['project', project, 'service', name()].map(encodeURIComponent).join('/');
      await client.call('PUT', `/v1/${path}/credentials/reset`);
      return done(`reset the credentials of ${name()}`, { project, service: name() });
    };
  },
};
