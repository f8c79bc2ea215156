import type { ServiceBody } from '../../api';
import { hourMs } from '../../domain';
import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { awaitRunning } from '../await-running';
import { findService } from '../find-service';
import { recordRun } from '../restore-runs';
import { shownService } from '../show/service';

const defaultTimeoutMs = hourMs;

/** `forkcast service wait`. */
export const serviceWait: CommandDefinition = {
  name: 'service wait',
  summary: 'wait until services are RUNNING',
  about: 'On a registry whose clock is frozen it ends at once, and names the instant to advance to.',
  examples: {
    'forkcast service wait orders orders-fork --timeout 10m': 'both of them, ten minutes at most',
    'forkcast service wait orders-fork --record forkcast.runs.json':
      'and write down how long the fork took, at a real account too',
  },
  exitCodes: { 1: 'not RUNNING in time, or never as it stands' },
  place: 'project',
  declare: (inputs) => {
    const names = inputs.argumentList('name', 'the services');
    const timeout = inputs.span('--timeout <duration>', 'give up after so long, such as 90s or 10m (default: 1h)');
    const record = inputs.text('--record <file>', 'add to it how long the forks took, for `forkcast recover --runs`');
    return async (context) => {
      const [file, { project, client }] = [record(), await reach(context)];
      const until = context.terminal.now() + (timeout() ?? defaultTimeoutMs);
      const running: ServiceBody[] = [];
      for (const name of names()) {
        const service = await findService(client, project, name);
        const timeoutMs = Math.max(1, until - context.terminal.now());
        const id = { project, service: name };
        running.push(await awaitRunning(context, client, { id, service, timeoutMs }));
        if (file !== undefined) await recordRun(context, client, { id, before: service, file });
      }
      return done(running.map((service) => `${project}/${service.service_name} is ${service.state}`).join('\n'), {
        project,
        services: running.map(shownService),
      });
    };
  },
};
