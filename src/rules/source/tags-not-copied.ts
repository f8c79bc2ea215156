import { known } from '../../domain';
import { fromSchema, providerSource } from '../cite';
import { ofSource } from '../of-source';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { mendedBy, pass, violated } from '../verdict';

/** Rule 77: tags stay with the source. */
export const tagsNotCopied = defineRule({
  severity: 'note',
  scope: 'creation',
  title: 'Tags of the source are not copied',
  why: 'A fork has the tags of its own declaration only: cost reports and policies that go by tags do not see it.',
  attribute: 'tags',
  sources: [fromSchema('API reference, ServiceCreate: copy_tags'), providerSource('create: copy_tags is never sent')],
  planOnly: 'The registry makes such a fork: what it leaves out is the surprise.',
  messages: {
    missing: {
      detail: '{source} has tags that the fork does not declare: {tags}.',
      remedy: 'Declare those that matter, such as the ones for cost allocation.',
      remedyIn: { console: 'Set those that matter once it runs.' },
    },
  },
  check: (subject) => {
    const { name: source, value: tags } = ofSource(
      subject,
      (service) => known(service.tags),
      (request) => request.tags,
    );
    const wanted = orUndecided(tags, `tags of ${source}`) ?? {};
    const keys = Object.keys(wanted).sort();
    if (keys.length === 0) return pass;
    const own = orUndecided(subject.request.tags, `tags of ${subject.request.address}`) ?? {};
    const missing = keys.filter((key) => !Object.hasOwn(own, key));
    if (missing.length === 0) return pass;
    const shown = missing.slice(0, 5).join(', ');
    const rest = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
    const lacked = Object.fromEntries(missing.map((key) => [key, wanted[key] ?? '']));
    return mendedBy(violated('missing', { source, tags: `${shown}${rest}` }), { kind: 'tags', tags: lacked });
  },
});
