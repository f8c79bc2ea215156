import { serviceKey } from '../../domain';
import { sourceKeys } from '../asks';
import { documented, fromSchema } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 109: fork keys that make a read replica. */
export const replicaNotAFork = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Service is a read replica, not a fork',
  why:
    'Fork keys beside pg_read_replica, or beside a replicating integration of the same source, name the service to ' +
    'replicate: no backup is restored, the data follows that service, and there are no backups of its own.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    fromSchema('aiven-client, --read-replica-for with type pg'),
    documented('documentation, Terraform cookbook: a read replica has the fork key and the integration'),
  ],
  asks: { about: ['replica'], any: sourceKeys },
  predicts: ['fork_type_mismatch'],
  messages: {
    replica: {
      severity: 'note',
      detail: 'It follows {source}: it holds what that service holds now and later, and cannot be forked itself.',
      remedy: 'No action is needed if a replica is meant. For a copy, take the replica keys and integrations out.',
    },
    'other-type': {
      detail: 'It would replicate {source}, which is of type {sourceType}, and is declared with type {type} itself.',
      remedy: 'Declare it with type {sourceType}, or name a service of type {type}.',
    },
  },
  check: ({ replicaOf, request: { serviceType, address } }) => {
    if (replicaOf === undefined) return notApplicable;
    switch (replicaOf.kind) {
      // What is not there to follow, another rule tells.
      case 'none':
      case 'terminated':
      case 'absent':
        return pass;
      case 'unknown':
        return undecided(replicaOf.missing);
      case 'declared':
        return violated('replica', { source: replicaOf.request.address });
      case 'live': {
        const source = serviceKey(replicaOf.service);
        if (!serviceType.known) return undecided(`service_type of ${address}`);
        const { type: sourceType } = replicaOf.service;
        return sourceType === serviceType.value
          ? violated('replica', { source })
          : violated('other-type', { source, sourceType, type: serviceType.value });
      }
    }
  },
});
