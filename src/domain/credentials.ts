import { isJsonList, isJsonObject, type JsonValue } from './json';

/** What stands in place of a secret. */
export const maskText = '(sensitive)';

/** Who logs in by an address, such as `me:password` of `https://me:password@host`; a password may hold any mark, even `/` and `@`. */
const credentials = /:\/\/(?:[^\s/@:]*:\S*|[^\s/@]+)@/g;

/** A text whose addresses say nothing of who logs in by them. Never throws. */
export const withoutCredentials = (text: string): string =>
  text.includes('://') ? text.replace(credentials, `://${maskText}@`) : text;

/** The same for every text in a value. Never throws. */
export const withoutCredentialsIn = (value: JsonValue): JsonValue => {
  if (typeof value === 'string') return withoutCredentials(value);
  if (isJsonList(value)) return value.map(withoutCredentialsIn);
  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutCredentialsIn(inner)]))
    : value;
};
