import { inferred, providerSource } from '../cite';
import { defineRule } from '../rule';
import { existsBefore, isDeclaredFork, isOrderedAfter } from '../source-order';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 80: a chain of forks in one run. */
export const forkedInSameRun = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Source is itself forked in the same run and not waited for',
  why: 'A fork starts its own series of backups: right after it is made it has none, and cannot be forked.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred('backups are not copied to a fork'), providerSource('waiting for a created service')],
  planOnly: 'It depends on how long the run takes between the two forks, which the control plane cannot know.',
  messages: {
    race: {
      detail: '{source} is forked in the same run, and may have no backup yet when this fork is asked for.',
      remedy: 'Fork the first source twice, or make this fork in a later run.',
      remedyIn: {
        cdktf:
          'Fork the construct itself, source.fork(...), which waits for its first backup, or fork the first source twice.',
      },
    },
  },
  check: ({ request, source, isFork }) => {
    if (!isFork) return notApplicable;
    if (source.kind === 'unknown') {
      const isThere = source.request !== undefined && existsBefore(source.request);
      return request.waitsForSource || isThere ? pass : undecided(source.missing);
    }
    if (source.kind !== 'declared') return source.kind === 'live' ? pass : notApplicable;
    if (!isDeclaredFork(source.request)) return notApplicable;
    if (request.waitsForSource) return pass;
    return isOrderedAfter(request, source.request)
      ? violated('race', { source: source.request.address })
      : notApplicable;
  },
});
