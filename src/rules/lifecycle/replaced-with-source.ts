import { inferred, providerSource } from '../cite';
import { priorKey, requestKey } from '../configuration';
import { replacementCause } from '../replacement';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 71: the fork goes down with a source that is renamed. */
export const replacedWithSource = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  title: 'Live fork is destroyed because its source is renamed or replaced',
  why:
    'The fork refers to the name of its source. When the source gets another name, the reference changes, and with it a key that ' +
    'can be set only while the fork is created.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    providerSource('user_config keys that force replacement'),
    inferred('a reference takes part in every change of its target'),
  ],
  planOnly: 'The control plane sees one service deleted and another one created.',
  messages: {
    cascade: {
      detail:
        'The plan replaces {source}, so {reasons} of {fork} changes: the live fork is destroyed with its data and made again ' +
        'from a source that is new.',
      remedy:
        'Write the old name of the source as a text or take the fork keys out, in a run before the source is touched: ' +
        'neither touches the fork.',
    },
  },
  check: (subject) => {
    const { request, configuration, isFork } = subject;
    if (request.change === undefined || !isFork) return notApplicable;
    const cause = replacementCause(subject);
    if (cause === undefined) return pass;
    if (cause !== 'source-renamed' || request.source.kind !== 'declared') return notApplicable;
    const source = configuration.byAddress.get(request.source.address);
    const was = source === undefined ? undefined : priorKey(source);
    const becomes = source === undefined ? undefined : requestKey(source);
    const names =
      was === undefined ? '' : ` (${was}${becomes === undefined || becomes === was ? '' : ` becomes ${becomes}`})`;
    return violated('cascade', {
      source: `${request.source.address}${names}`,
      reasons: request.change.reasons.join(', '),
      fork: priorKey(request) ?? request.address,
    });
  },
});
