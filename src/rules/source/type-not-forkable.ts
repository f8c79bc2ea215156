import { serviceTypes } from '../../domain';
import { surelyFork } from '../asked';
import { sourceKeys } from '../asks';
import { documented, forkPage, userConfigSchema } from '../cite';
import { isNeverForked, typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 13: types without fork keys. */
export const typeNotForkable = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Services of this type cannot be forked',
  why: 'Some types have no backups of their data, so there is nothing that a fork could be restored from.',
  attribute: 'user_config.service_to_fork_from',
  sources: [userConfigSchema, forkPage, documented('documentation, console pages of Flink, Kafka and Metrics')],
  asks: {
    any: sourceKeys,
    types: serviceTypes.filter(({ forkable }) => !forkable).map(({ name }) => name),
  },
  predicts: ['fork_type_unsupported'],
  messages: {
    'not-forkable': {
      detail: '{title} keeps no backups of its data, so a service of type {type} cannot be forked.',
      remedy: 'Take the fork keys out to make an empty service. Types that can be forked are {forkable}.',
    },
  },
  check: (subject) => {
    // A type without fork keys takes none for a replica either.
    if (!subject.isFork && subject.replicaOf === undefined) return notApplicable;
    const own = orStop(typeOf(subject));
    if (!isNeverForked(subject, own)) return pass;
    surelyFork(subject);
    const { title, name: type } = own;
    const others = [...subject.catalogue.serviceTypes.values()].filter((other) => other.forkable && !other.legacy);
    return violated('not-forkable', { title, type, forkable: others.map(({ name }) => name).join(', ') });
  },
});
