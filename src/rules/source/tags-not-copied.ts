import { serviceKey } from '../../domain';
import { fromSchema, providerSource } from '../cite';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 77: tags stay with the source. */
export const tagsNotCopied = defineRule({
  id: 'source/tags-not-copied',
  number: 77,
  severity: 'note',
  scope: 'creation',
  needs: ['configuration', 'live-source'],
  title: 'Tags of the source are not copied',
  why: 'A fork has the tags of its own declaration only: cost reports and policies that go by tags do not see it.',
  attribute: 'tags',
  sources: [fromSchema('API reference, ServiceCreate: copy_tags'), providerSource('create: copy_tags is never sent')],
  planOnly: 'The registry makes such a fork: what it leaves out is the surprise.',
  messages: {
    missing: {
      detail: '{source} has tags that the fork does not declare: {tags}.',
      remedy: 'Declare those that matter, such as the ones for cost allocation.',
    },
  },
  check: ({ request, source }) => {
    if (source.kind === 'unknown') return undecided(source.missing);
    const ofSource = tagsOf(source);
    if (ofSource === undefined) return notApplicable;
    if (ofSource.tags === undefined) return undecided(`tags of ${ofSource.name}`);
    const keys = Object.keys(ofSource.tags).sort();
    if (keys.length === 0) return pass;
    const { tags } = request;
    if (!tags.known) return undecided(`tags of ${request.address}`);
    const missing = keys.filter((key) => !Object.hasOwn(tags.value ?? {}, key));
    if (missing.length === 0) return pass;
    const shown = missing.slice(0, 5).join(', ');
    const rest = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
    return violated('missing', { source: ofSource.name, tags: `${shown}${rest}` });
  },
});

const tagsOf = (
  source: Subject['source'],
): { readonly name: string; readonly tags: Readonly<Record<string, string>> | undefined } | undefined => {
  if (source.kind === 'live') return { name: serviceKey(source.service), tags: source.service.tags };
  if (source.kind !== 'declared') return undefined;
  const { address, tags } = source.request;
  return { name: address, tags: tags.known ? (tags.value ?? {}) : undefined };
};
