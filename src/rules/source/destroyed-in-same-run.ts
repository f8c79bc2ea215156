import { documented, inferred } from '../cite';
import { defineRule } from '../rule';
import { endedSourceOf, sourceKeyOf } from '../source-change';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 22: the run that forks a service ends it. */
export const destroyedInSameRun = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source is destroyed in the same run',
  why:
    'Terraform does not know that a fork needs its source alive: what is destroyed may be gone before the fork is asked for, ' +
    'and what is made again under its name holds no data.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    inferred('Terraform orders a destruction by the dependencies of the resource that is destroyed'),
    documented('documentation, platform/concepts/service_backups: only support restores a terminated service'),
  ],
  planOnly: 'It depends on the order of one run, which the control plane cannot know.',
  messages: {
    destroyed: {
      detail: 'The plan destroys {source} ({address}), from which this fork is made.',
      remedy: 'Make the fork in a run of its own, look at its data, and destroy the source in a later run.',
    },
    replaced: {
      detail:
        'The plan destroys {source} ({address}) and makes it again, empty: this fork finds no source, or one without its data.',
      remedy: 'Make the fork in a run of its own, before the source is replaced.',
    },
    renamed: {
      detail:
        'The plan destroys {source} and makes {address} under another name, empty: the data is not renamed with it.',
      remedy: 'To rename a service, fork it under the new name first, and destroy the old one in a later run.',
    },
  },
  check: (subject) => {
    const { request, isFork, configuration } = subject;
    if (!isFork || request.change === undefined) return notApplicable;
    const ended = endedSourceOf(subject);
    const key = sourceKeyOf(subject);
    if (ended !== undefined)
      return violated(ended.how, { source: key ?? 'the source', address: ended.request.address });
    if (key === undefined && configuration.ended.size > 0)
      return undecided(`user_config.service_to_fork_from of ${request.address}`);
    return pass;
  },
});
