import { sourceKeyNames } from '../../domain';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, violated } from '../verdict';

/** Rule 162, beyond the reference: a source that is written and empty, as of a variable that nobody gave. */
export const emptySourceName = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Source is written, and empty',
  why: 'An empty text is as no text: an ordinary service without data is made. Who writes the key mostly wants a copy.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred("the pattern of the vendor's schema admits an empty text, and the API takes it as none")],
  planOnly: 'The registry makes an empty service, as it was asked to: that nobody meant it is the surprise.',
  messages: {
    empty: {
      detail: '{key} is an empty text, so nothing is forked: {address} will be a new service without data.',
      remedy: 'Write the name of the source. Where no fork is meant, leave the key out or give null, which says so.',
    },
  },
  check: ({ request, isFork, replicaOf }) => {
    if (isFork || replicaOf !== undefined) return notApplicable;
    const key = sourceKeyNames.find((name) => {
      const fact = request.userConfig[name];
      return fact?.known === true && fact.value === '';
    });
    return key === undefined ? notApplicable : violated('empty', { key, address: request.address });
  },
});
