import type { CommandDefinition } from '../command';
import { done } from '../command';
import { findService } from '../find-service';
import { serviceText, shownService } from '../show/service';

/** `forkcast service get`. */
export const serviceGet: CommandDefinition = {
  name: 'service get',
  summary: 'show one service',
  examples: {
    'forkcast service get orders': 'what it is, and what it was forked from',
    'forkcast service get orders -v': 'its settings, databases and users as well',
  },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const verbose = inputs.flag('-v, --verbose', 'settings, databases, users and address as well');
    return async (context) => {
      const project = await context.project();
      const service = await findService(await context.connect(), project, name());
      return done(serviceText(service, { verbose: verbose() }), { project, service: shownService(service) });
    };
  },
};
