/** What a text of a form is, for people: the form as a regular expression, without its slashes. */
const words: Readonly<Record<string, string>> = {
  '^\\d{1,10}$': 'a whole number',
  '^[1-9]\\d{0,8}$': 'a whole number from 1 on',
  '^([1-9]\\d{0,2}|1000)$': 'a whole number from 1 to 1000',
  '^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$': 'a time of day such as 03:30:00',
  '^[^/]+\\/[^/]+$': 'PROJECT/SERVICE, such as demo/orders-pg',
  '^[A-Za-z0-9][A-Za-z0-9._:/-]{7,127}$':
    'an owner id: 8 to 128 letters, digits and . _ : / -, with a letter or digit first',
  '^[a-z][-a-z0-9]{0,63}$': 'a name: at most 64 small letters, digits and hyphens, with a letter first',
  '^[a-z][-a-z0-9]{0,63}$|^$': 'a name: at most 64 small letters, digits and hyphens, with a letter first',
  '^[_A-Za-z0-9][-._A-Za-z0-9]{0,63}$': 'a name: at most 64 letters, digits and - . _, with a letter, digit or _ first',
  '^[a-zA-Z0-9-_:.]+$': 'made of letters, digits and - _ : . alone',
  '^[a-zA-Z0-9-_:.+]+$': 'made of letters, digits and - _ : . + alone',
  '^[a-zA-Z0-9-_]+$': 'made of letters, digits and - _ alone',
  '^[a-z0-9-]+$': 'made of small letters, digits and hyphens alone',
  '^[0-9]+\\.[0-9]+\\.[0-9]+$': 'a version such as 3.9.1',
};

/** How the check of an instant begins, which is far too long to be a key. */
const instant = '^(?:(?:\\d\\d[2468][048]|';

/** A form in words, such as `a whole number`; one that has none is shown as it is. Never throws. */
export const patternWords = (pattern: RegExp | string): string => {
  const source = typeof pattern === 'string' ? pattern.replace(/^\/([^]*)\/[a-z]*$/, '$1') : pattern.source;
  if (source.startsWith(instant)) return 'a date-time such as 2026-11-20T08:00:00Z';
  return Object.hasOwn(words, source) ? (words[source] ?? source) : source;
};
