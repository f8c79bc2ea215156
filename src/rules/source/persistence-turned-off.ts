import { serviceKey } from '../../domain';
import { writtenText } from '../../planner';
import { documented, userConfigSchema } from '../cite';
import { declaresPersistenceOff, isPersistenceOff } from '../persistence';
import { defineRule } from '../rule';
import { sourceChangeOf } from '../source-change';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 20: the run that forks an in-memory service turns its persistence off. */
export const persistenceTurnedOff = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Persistence of the source is turned off in the same run',
  why:
    'Persistence off deletes the backups of an in-memory service at once. Which of the two the run does first decides ' +
    'whether there is a fork.',
  attribute: 'user_config.service_to_fork_from',
  sources: [userConfigSchema, documented('documentation, products/valkey: persistence and backups')],
  planOnly:
    'Each of the two requests is in order by itself; only the plan shows that one takes the ground from the other.',
  messages: {
    'turned-off': {
      detail:
        '{source} is set to {key} "off" in the same run, which deletes its backups before or while the fork is made.',
      remedy: 'Make the fork first, and turn the persistence of the source off in a later run.',
    },
  },
  check: (subject) => {
    const { source, catalogue } = subject;
    if (source.kind === 'none') return notApplicable;
    const declared = sourceChangeOf(subject);
    if (declared === undefined) return source.kind === 'unknown' ? undecided(source.missing) : notApplicable;
    const { serviceType, change } = declared;
    const key = serviceType.known ? catalogue.serviceTypes.get(serviceType.value)?.persistenceKey : undefined;
    if (key === undefined) return notApplicable;
    const isOff = declaresPersistenceOff(declared, catalogue);
    if (isOff === undefined) return undecided(`user_config.${key} of ${declared.address}`);
    if (!isOff) return pass;
    if (source.kind === 'live') {
      return isPersistenceOff(source.service, catalogue)
        ? notApplicable
        : violated('turned-off', { source: serviceKey(source.service), key });
    }
    if (change?.prior === undefined) return source.kind === 'unknown' ? undecided(source.missing) : notApplicable;
    return writtenText(change.prior.userConfig[key]) === 'off'
      ? notApplicable
      : violated('turned-off', { source: declared.address, key });
  },
});
