import { known, type ServiceRequest } from '../../domain';
import { writtenText } from '../../planner';
import { documented, providerSource } from '../cite';
import { ofSource } from '../of-source';
import { isDeclaredReplica, isReplicating } from '../replica';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 21: copies that replicate keep no backups. */
export const readReplica = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source is a read replica',
  why: 'A read replica or a recovery copy follows another service and keeps no backups of its own.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    providerSource('waiting for backups, which leaves read replicas out'),
    documented('terraform-provider-aiven, public thread 170'),
  ],
  predicts: ['fork_source_read_replica'],
  messages: {
    replica: {
      detail: '{source} replicates {main} and keeps no backups of its own.',
      remedy: 'Fork {main} instead: it holds the same data.',
    },
  },
  check: (subject) => {
    const { name: source, value: main } = ofSource(subject, ({ replicaOf }) => replicaOf, followedBy);
    return main === null ? pass : violated('replica', { source, main });
  },
});

/** What a declared service replicates; null: nothing. */
const followedBy = (request: ServiceRequest): string | null => {
  const { address, integrations, userConfig } = request;
  for (const { type, sourceService } of integrations) {
    const name = orUndecided<string>(type, `integration types of ${address}`);
    if (!isReplicating({ type })) continue;
    const main = orUndecided(sourceService, `source of the ${name} integration of ${address}`);
    if (main !== undefined) return main;
  }
  orUndecided(userConfig['pg_read_replica'] ?? known(null), `user_config.pg_read_replica of ${address}`);
  if (!isDeclaredReplica(request)) return null;
  const main = userConfig['service_to_fork_from'] ?? userConfig['pg_service_to_fork_from'];
  return (main?.known ? writtenText(main.value) : undefined) ?? 'another service';
};
