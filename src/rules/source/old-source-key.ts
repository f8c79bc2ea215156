import { fromSchema, userConfigSchema } from '../cite';
import { writtenText } from '../../planner';
import { hasKey } from '../recovery-target';
import { isOwnSource, isReplicating } from '../replica';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 10: the deprecated keys of PostgreSQL. */
export const oldSourceKey = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Deprecated key names the source',
  why:
    'PostgreSQL has two older keys. One repeats service_to_fork_from and may contradict it; the other makes a read ' +
    'replica of the service that is named, and means nothing without one.',
  attribute: 'user_config.pg_service_to_fork_from',
  sources: [userConfigSchema, fromSchema('aiven-client, --read-replica-for with type pg')],
  asks: { any: ['user_config.pg_service_to_fork_from', 'user_config.pg_read_replica'] },
  predicts: ['fork_source_keys_conflict', 'fork_source_missing_key'],
  messages: {
    conflict: {
      detail: 'service_to_fork_from is "{current}" and pg_service_to_fork_from is "{old}": two different sources.',
      remedy: 'Keep service_to_fork_from and take pg_service_to_fork_from out.',
    },
    'replica-of-nothing': {
      detail: 'pg_read_replica is true, but no service is named to replicate.',
      remedy: 'Take pg_read_replica out. For a replica, name the service in service_to_fork_from.',
    },
    deprecated: {
      detail: 'pg_service_to_fork_from is deprecated; it names "{old}" as the source.',
      remedy: 'Write service_to_fork_from in its place, before the service is made.',
      severity: 'warning',
    },
  },
  check: ({ request: { address, integrations }, type, isFork, replicaOf, setting }) => {
    const replica = setting('pg_read_replica');
    const hasSource = isFork || replicaOf !== undefined;
    if (!hasSource && replica.known && replica.value !== true) return notApplicable;
    if (!type.known) return undecided(`service_type of ${address}`);
    if (type.value === undefined || !hasKey(type.value, 'pg_service_to_fork_from')) return notApplicable;
    const [current, old] = [setting('service_to_fork_from'), setting('pg_service_to_fork_from')];
    if (!replica.known) return undecided(`user_config.pg_read_replica of ${address}`);
    if (!old.known) return undecided(`user_config.pg_service_to_fork_from of ${address}`);
    const oldText = writtenText(old.value);
    if (!current.known && (oldText !== undefined || replica.value === true))
      return undecided(`user_config.service_to_fork_from of ${address}`);
    const currentText = current.known ? writtenText(current.value) : undefined;
    if (currentText !== undefined && oldText !== undefined && currentText !== oldText)
      return violated('conflict', { current: currentText, old: oldText });
    if (!hasSource)
      return integrations.some((one) => isReplicating(one) && !isOwnSource(one))
        ? pass
        : violated('replica-of-nothing', {}, 'user_config.pg_read_replica');
    return oldText === undefined ? pass : violated('deprecated', { old: oldText });
  },
});
