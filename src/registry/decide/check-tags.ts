import { refuse } from './decision';
import type { Objection } from './decision';

const keyPattern = /^[A-Za-z0-9_:.-]{1,64}$/;
const longestValue = 256;
const mostTags = 64;

/** Objects to the first tag whose key or value is out of bounds, and to more than 64 tags: our inference. */
export const checkTags = (
  tags: Readonly<Record<string, string>> | undefined,
  whose: 'service' | 'project' = 'service',
): Objection => {
  const entries = Object.entries(tags ?? {});
  if (entries.length > mostTags) {
    return refuse('name_invalid', `A ${whose} has at most ${mostTags} tags, got ${entries.length}. Remove some.`);
  }
  for (const [key, value] of entries) {
    const tag = `Tag ${JSON.stringify(key)}`;
    if (!keyPattern.test(key)) {
      return refuse(
        'name_invalid',
        `${tag} has a key outside 1 to 64 letters, digits and _:.-. Shorten it, or write it with these.`,
      );
    }
    if (value.length > longestValue) {
      return refuse(
        'name_invalid',
        `${tag} has a value of ${value.length} characters; at most ${longestValue} are allowed. Shorten it.`,
      );
    }
  }
  return undefined;
};
