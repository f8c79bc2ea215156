import { done } from '../command';
import { serviceCommand } from '../service-command';
import { findService } from '../find-service';
import { serviceText, shownService } from '../show/service';

/** `forkcast service get`. */
export const serviceGet = serviceCommand({
  name: 'service get',
  summary: 'show one service',
  examples: {
    'forkcast service get orders': 'what it is, and what it was forked from',
    'forkcast service get orders -v': 'its settings, databases and users as well',
  },
  flags: (inputs) => ({ verbose: inputs.flag('-v, --verbose', 'settings, databases, users and address as well') }),
  run: async ({ client, project, service }, { verbose }) => {
    const found = await findService(client, project, service);
    return done(serviceText(found, { verbose }), { service: shownService(found) });
  },
});
