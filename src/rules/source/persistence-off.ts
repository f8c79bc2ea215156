import { serviceKey } from '../../domain';
import { documented, userConfigSchema } from '../cite';
import { declaresPersistenceOff, isPersistenceOff } from '../persistence';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 19: in-memory services that keep nothing. */
export const persistenceOff = defineRule({
  id: 'source/persistence-off',
  number: 19,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'catalogue', 'live-source'],
  title: 'Source runs without persistence',
  why: 'Persistence off deletes the backups of an in-memory service at once, and none is taken until it is on again.',
  attribute: 'user_config.service_to_fork_from',
  sources: [userConfigSchema, documented('documentation, products/valkey: persistence and backups')],
  predicts: ['fork_persistence_off'],
  messages: {
    off: {
      detail: '{source} has {key} "off": it keeps no backups, so there is nothing to fork.',
      remedy: 'Set {key} of the source to "rdb" and wait for its first backup.',
    },
  },
  check: ({ source, catalogue }) => {
    switch (source.kind) {
      case 'live': {
        const key = catalogue.serviceTypes.get(source.service.type)?.persistenceKey;
        if (key === undefined) return notApplicable;
        return isPersistenceOff(source.service, catalogue)
          ? violated('off', { source: serviceKey(source.service), key })
          : pass;
      }
      case 'declared': {
        const { serviceType, address } = source.request;
        const isOff = declaresPersistenceOff(source.request, catalogue);
        if (isOff === undefined) return undecided(`persistence of ${address}`);
        const key = serviceType.known ? catalogue.serviceTypes.get(serviceType.value)?.persistenceKey : undefined;
        if (key === undefined) return notApplicable;
        return isOff ? violated('off', { source: address, key }) : pass;
      }
      case 'unknown':
        return undecided(source.missing);
      default:
        return notApplicable;
    }
  },
});
