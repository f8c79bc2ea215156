import { serviceKey } from '../../domain';
import { documented, providerSource } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

const replicatingTypes = ['read_replica', 'disaster_recovery'];

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
  predicts: ['fork_source_read_replica', 'fork_no_backups'],
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
        const { address, integrations } = source.request;
        for (const { type, sourceService } of integrations) {
          if (!type.known) return undecided(`integration types of ${address}`);
          if (!replicatingTypes.includes(type.value)) continue;
          if (!sourceService.known) return undecided(`source of the ${type.value} integration of ${address}`);
          if (sourceService.value !== undefined)
            return violated('replica', { source: address, main: sourceService.value });
        }
        return pass;
      }
      case 'unknown':
        return undecided(source.missing);
      default:
        return notApplicable;
    }
  },
});
