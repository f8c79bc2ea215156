import { known } from '../../domain';
import { documented, userConfigSchema } from '../cite';
import { ofSource } from '../of-source';
import { declaresPersistenceOff, isPersistenceOff } from '../persistence';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 19: in-memory services that keep nothing. */
export const persistenceOff = defineRule({
  severity: 'error',
  scope: 'creation',
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
  check: (subject) => {
    const { catalogue } = subject;
    const { name: source, value } = ofSource(
      subject,
      (service) => ({ type: known(service.type), isOff: isPersistenceOff(service, catalogue) }),
      (request) => ({ type: request.serviceType, isOff: declaresPersistenceOff(request, catalogue) }),
    );
    if (value.isOff === undefined) return undecided(`persistence of ${source}`);
    const key = value.type.known ? catalogue.serviceTypes.get(value.type.value)?.persistenceKey : undefined;
    if (key === undefined) return notApplicable;
    return value.isOff ? violated('off', { source, key }) : pass;
  },
});
