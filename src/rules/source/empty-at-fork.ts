import { inferred } from '../cite';
import { defineRule } from '../rule';
import { existsBefore, isDeclaredFork } from '../source-order';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 18: what a source made in the same run can hold. */
export const emptyAtFork = defineRule({
  severity: 'note',
  scope: 'creation',
  title: 'Source is made in the same run, so there is little to fork',
  why: 'A fork holds what its source held. A source that the same run makes holds nothing that an application wrote.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred("the vendor's published example makes source and fork in one run")],
  planOnly: 'The registry makes such a fork: it is only empty.',
  messages: {
    empty: {
      detail: '{source} is made in the same run; the fork holds what it holds by then, which is an empty database.',
      remedy: 'No action is needed if the fork is meant to be empty. Otherwise make it in a later run.',
    },
    'fork-of-fork': {
      detail: '{source} is itself forked in the same run; this fork holds what that one holds by then.',
      remedy:
        'No action is needed if that is meant. To hold the same data with less waiting, fork the first source twice.',
    },
  },
  check: ({ source }) => {
    switch (source.kind) {
      case 'unknown':
        return source.request && existsBefore(source.request) ? pass : undecided(source.missing);
      case 'live':
        return pass;
      case 'declared':
        return violated(isDeclaredFork(source.request) ? 'fork-of-fork' : 'empty', { source: source.request.address });
      default:
        return notApplicable;
    }
  },
});
