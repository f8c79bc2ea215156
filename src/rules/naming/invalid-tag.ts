import { inferred } from '../cite';
import { defineRule } from '../rule';
import { pass, violated } from '../verdict';
import { orUndecided } from '../stop';

const keyPattern = /^[A-Za-z0-9_:.-]{1,64}$/u;
const longestValue = 256;
const mostTags = 64;

/** Rule 152: a tag out of bounds. */
export const invalidTag = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Tag is out of bounds',
  why: 'Tags are keys and values of a limited shape; one that is out of bounds is refused at apply.',
  attribute: 'tags',
  sources: [inferred('the bounds of the tags of such services, as the registry keeps them')],
  predicts: ['name_invalid'],
  messages: {
    key: {
      detail: 'The key of the tag {tag} is not 1 to 64 letters, digits and _:.- alone.',
      remedy: 'Shorten it, or write it with these characters.',
    },
    value: {
      detail: 'The value of the tag {tag} has {length} characters; at most 256 are allowed.',
      remedy: 'Shorten it.',
    },
    many: { detail: 'There are {count} tags; a service has at most 64.', remedy: 'Take some out.' },
  },
  check: ({ request: { tags, address } }) => {
    const entries = Object.entries(orUndecided(tags, `tags of ${address}`) ?? {});
    if (entries.length > mostTags) return violated('many', { count: entries.length });
    for (const [key, value] of entries) {
      const tag = JSON.stringify(key);
      if (!keyPattern.test(key)) return violated('key', { tag });
      if (value.length > longestValue) return violated('value', { tag, length: value.length });
    }
    return pass;
  },
});
