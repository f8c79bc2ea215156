import { inferred } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 90: a storage location makes sense only in a fork. */
export const locationWithoutSource = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Storage location is given without a service to fork',
  why: 'The location says from which copy of the backups is read; without a source there are none.',
  attribute: 'from',
  sources: [inferred('a storage location belongs to the backups of a service')],
  asks: { any: ['from'] },
  predicts: ['fork_source_missing_key'],
  messages: {
    'no-source': {
      detail: 'The {from} location is asked for, and there is no service_to_fork_from.',
      remedy: 'Name the source in service_to_fork_from, or take the location out.',
    },
  },
  check: ({ isFork, replicaOf, request: { from } }) => {
    if (from === 'any' || replicaOf !== undefined) return notApplicable;
    return isFork ? pass : violated('no-source', { from });
  },
});
