import type { ServiceBody } from '../../api';
import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { awaitRunning } from '../await-running';
import { findService } from '../find-service';
import { shownService } from '../show/service';

const defaultTimeoutSeconds = 3_600;

/** `forkcast service wait`. */
export const serviceWait: CommandDefinition = {
  name: 'service wait',
  summary: 'wait until services are RUNNING',
  about: 'On a registry whose clock is frozen it ends at once, and names the instant to advance to.',
  examples: [
    { run: 'forkcast service wait orders orders-fork --timeout 600', does: 'both of them, ten minutes at most' },
  ],
  exitCodes: { 1: 'not RUNNING in time, or never as it stands' },
  place: 'project',
  declare: (inputs) => {
    const names = inputs.argumentList('name', 'the services');
    const timeout = inputs.count('--timeout <seconds>', `give up after so long (default: ${defaultTimeoutSeconds})`);
    return async (context) => {
      const { project, client } = await reach(context);
      const until = context.terminal.now() + (timeout() ?? defaultTimeoutSeconds) * 1_000;
      const running: ServiceBody[] = [];
      for (const name of names()) {
        const service = await findService(client, project, name);
        const timeoutMs = Math.max(1, until - context.terminal.now());
        running.push(await awaitRunning(context, client, { id: { project, service: name }, service, timeoutMs }));
      }
      return done(running.map((service) => `${project}/${service.service_name} is ${service.state}`).join('\n'), {
        project,
        services: running.map(shownService),
      });
    };
  },
};
