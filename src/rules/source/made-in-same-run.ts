import { providerSource } from '../cite';
import { defineRule } from '../rule';
import { existsBefore, isDeclaredFork, isOrderedAfter } from '../source-order';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 17: nobody waits for the first backup of a source made in the same run. */
export const madeInSameRun = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Source is made in the same run and not waited for',
  why:
    'A service can be forked only after its first backup. Terraform goes on as soon as the source exists, ' +
    "and the vendor's own provider waits for a backup of PostgreSQL and Dragonfly alone.",
  attribute: 'user_config.service_to_fork_from',
  sources: [providerSource('waiting for a created service')],
  planOnly: 'It depends on how long the run takes between the two services, which the control plane cannot know.',
  messages: {
    race: {
      detail: '{source} is made in the same run, and may have no backup yet when the fork is asked for.',
      remedy: 'Make the source in a run of its own, and the fork in a later one, once the source has a backup.',
      remedyIn: {
        cdktf: 'Fork the construct itself, source.fork(...), which waits for its first backup, or apply in two runs.',
      },
    },
  },
  check: ({ request, source, isFork }) => {
    if (!isFork) return notApplicable;
    if (request.waitsForSource) return pass;
    if (source.kind === 'unknown')
      return source.request && existsBefore(source.request) ? pass : undecided(source.missing);
    if (source.kind !== 'declared') return source.kind === 'live' ? pass : notApplicable;
    if (!isOrderedAfter(request, source.request) || isDeclaredFork(source.request)) return notApplicable;
    return violated('race', { source: source.request.address });
  },
});
