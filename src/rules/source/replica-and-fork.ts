import { serviceKey, type DeclaredIntegration, type ServiceRequest } from '../../domain';
import { settingOf } from '../asked';
import { documented, fromSchema } from '../cite';
import { isOwnSource, isReplicating } from '../replica';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { orUndecided } from '../stop';

/** Rule 79: two ways to fill one service, or two services to fill it from. */
export const replicaAndFork = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Service is filled from two services',
  why:
    'A read replica follows another service; a fork is restored once and goes its own way. Fork keys beside a ' +
    'replicating integration name the service to replicate, so the two must name the same one, and so must two integrations.',
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
    two: {
      detail: 'The service has integrations to follow {first} and {second}, and a replica follows one service.',
      remedy: 'Keep the integration with one of them, and take the other out.',
    },
    restore: {
      detail: 'The service replicates another one and restores no backup, but {key} is set.',
      remedy: 'Take {key} out to get a replica. To get a fork, take the replica keys and integrations out.',
    },
  },
  check: (subject) => {
    const { request, isFork, sourceName, replicaOf } = subject;
    if (replicaOf !== undefined) return judgeReplica(subject);
    const [first, second] = followedNames(request);
    if (first !== undefined && second !== undefined) return violated('two', { first, second });
    if (!isFork) return judgeOpen(request);
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

/** Integrations that make the service follow another one, as far as their types are known. */
const following = ({ integrations }: ServiceRequest): readonly DeclaredIntegration[] =>
  integrations.filter((one) => (!one.type.known || isReplicating(one)) && !isOwnSource(one));

/** The different services that are known to be followed; one that is named twice is one. */
const followedNames = (request: ServiceRequest): readonly string[] => {
  const names = following(request).flatMap(({ type, sourceService: named, otherProject: home = request.project }) =>
    type.known && named.known && named.value !== undefined && home.known
      ? [serviceKey({ project: home.value, service: named.value })]
      : [],
  );
  return [...new Set(names)];
};

/** Of one integration there is nothing to say; beside another one, each has to be known. */
const judgeOpen = (request: ServiceRequest) => {
  const all = following(request);
  if (all.length < 2) return notApplicable;
  for (const { type, sourceService, otherProject = request.project } of all) {
    const name = orUndecided<string>(type, `integration types of ${request.address}`);
    orUndecided(sourceService, `source of the ${name} integration of ${request.address}`);
    orUndecided(otherProject, `project of the source of the ${name} integration of ${request.address}`);
  }
  return pass;
};

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
