import { settingOf } from '../asked';
import { documented, fromSchema } from '../cite';
import { isReplicating } from '../replica';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { orUndecided } from '../stop';

/** Rule 79: two ways to fill one service. */
export const replicaAndFork = defineRule({
  id: 'source/replica-and-fork',
  number: 79,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'live-source'],
  title: 'Service replicates one service and forks another',
  why:
    'A read replica follows another service; a fork is restored once and goes its own way. Fork keys beside a ' +
    'replicating integration name the service to replicate, so the two must name the same one.',
  attribute: 'service_integrations',
  sources: [
    fromSchema('aiven-client, service create: a read replica takes precedence over fork keys'),
    documented('documentation, Terraform cookbook: a read replica has the fork key and the integration'),
  ],
  predicts: ['fork_replica_conflict'],
  messages: {
    both: {
      detail: 'The service forks {fork} and has the integration {type} with {main}, another service.',
      remedy:
        'Take the integration out to get a fork. To get a replica, name {main} in the fork key too, or take it out.',
    },
    restore: {
      detail: 'The service replicates another one and restores no backup, but {key} is set.',
      remedy: 'Take {key} out to get a replica. To get a fork, take the replica keys and integrations out.',
    },
  },
  check: (subject) => {
    const { request, isFork, sourceName, replicaOf } = subject;
    if (replicaOf !== undefined) return judgeReplica(subject);
    if (!isFork) return notApplicable;
    const { address } = request;
    for (const one of request.integrations) {
      const type = orUndecided<string>(one.type, `integration types of ${address}`);
      if (!isReplicating(one)) continue;
      const main = orUndecided(one.sourceService, `source of the ${type} integration of ${address}`);
      if (main === undefined) continue;
      const fork = sourceName?.service;
      if (!fork?.known) return undecided(`user_config.service_to_fork_from of ${address}`);
      if (fork.value === main && !(sourceName?.project.known && (one.otherProject ?? request.project).known))
        return undecided(`project of the source of ${address}`);
      return violated('both', { fork: `"${fork.value}"`, type, main: `"${main}"` });
    }
    return pass;
  },
});

/** What chooses a recovery point means nothing to a replica. */
const judgeReplica = (subject: Subject) => {
  const { request } = subject;
  if (request.from !== 'any') return violated('restore' as const, { key: 'a storage location' }, 'from');
  if (request.latestTransaction)
    return violated('restore' as const, { key: 'latest_transaction' }, 'latest_transaction');
  for (const key of ['recovery_target_time', 'recovery_basebackup_name']) {
    if (settingOf(subject, key) !== undefined) return violated('restore' as const, { key }, `user_config.${key}`);
  }
  return pass;
};
