import { serviceKey } from '../../domain';
import { writtenText } from '../../planner';
import { documented, providerSource } from '../cite';
import { isDeclaredReplica, isReplicating } from '../replica';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 21: copies that replicate keep no backups. */
export const readReplica = defineRule({
  id: 'source/read-replica',
  number: 21,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'live-source'],
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
  check: ({ source }) => {
    switch (source.kind) {
      case 'live': {
        const { service } = source;
        return service.replicaOf === null
          ? pass
          : violated('replica', { source: serviceKey(service), main: service.replicaOf });
      }
      case 'declared': {
        const { address, integrations, userConfig } = source.request;
        for (const { type, sourceService } of integrations) {
          if (!type.known) return undecided(`integration types of ${address}`);
          if (!isReplicating({ type })) continue;
          if (!sourceService.known) return undecided(`source of the ${type.value} integration of ${address}`);
          if (sourceService.value !== undefined)
            return violated('replica', { source: address, main: sourceService.value });
        }
        const key = userConfig['pg_read_replica'];
        if (key?.known === false) return undecided(`user_config.pg_read_replica of ${address}`);
        const main = userConfig['service_to_fork_from'] ?? userConfig['pg_service_to_fork_from'];
        return isDeclaredReplica(source.request)
          ? violated('replica', {
              source: address,
              main: (main?.known ? writtenText(main.value) : undefined) ?? 'another service',
            })
          : pass;
      }
      case 'unknown':
        return undecided(source.missing);
      default:
        return notApplicable;
    }
  },
});
