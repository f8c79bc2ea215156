import { refuse } from './decision';
import type { Objection } from './decision';

const keyPattern = /^[A-Za-z0-9_:.-]{1,64}$/;
const longestValue = 256;
const mostTags = 64;

/** Objects to the first tag whose key or value is out of bounds, and to more than 64 tags: our inference. */
export const checkTags = (tags: Readonly<Record<string, string>> | undefined): Objection => {
  const entries = Object.entries(tags ?? {});
  if (entries.length > mostTags) {
    return refuse('name_invalid', `A service has at most ${mostTags} tags, got ${entries.length}. Remove some.`);
  }
  const bad = entries.find(([key, value]) => !keyPattern.test(key) || value.length > longestValue);
  return bad === undefined
    ? undefined
    : refuse(
        'name_invalid',
        `Tag ${JSON.stringify(bad[0])} has a key outside 1 to 64 letters,` +
          ` digits and _:.- or a value over ${longestValue} characters. Shorten it.`,
      );
};
