import { fromSchema } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Integrations that fill a service with another one's data. */
const replicatingTypes: readonly string[] = ['read_replica', 'disaster_recovery'];

/** Rule 79: two ways to fill one service. */
export const replicaAndFork = defineRule({
  id: 'source/replica-and-fork',
  number: 79,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration'],
  title: 'Service is declared as a read replica and as a fork',
  why: 'A read replica follows another service; a fork is restored once and goes its own way. One service cannot be both.',
  attribute: 'service_integrations',
  sources: [fromSchema('aiven-client, service create: a read replica takes precedence over fork keys')],
  predicts: ['fork_replica_conflict'],
  messages: {
    both: {
      detail: 'The service forks {fork} and has the integration {type} with {main}.',
      remedy: 'Take the integration out to get a fork, or the fork keys out to get a replica.',
    },
  },
  check: ({ request, isFork, sourceName }) => {
    if (!isFork) return notApplicable;
    for (const { type, sourceService } of request.integrations) {
      if (!type.known) return undecided(`integration types of ${request.address}`);
      if (!replicatingTypes.includes(type.value)) continue;
      if (!sourceService.known) return undecided(`source of the ${type.value} integration of ${request.address}`);
      if (sourceService.value === undefined) continue;
      const isItself = request.serviceName.known && request.serviceName.value === sourceService.value;
      if (isItself) continue;
      const fork = sourceName?.service;
      if (!fork?.known) return undecided(`user_config.service_to_fork_from of ${request.address}`);
      return violated('both', { fork: `"${fork.value}"`, type: type.value, main: `"${sourceService.value}"` });
    }
    return pass;
  },
});
