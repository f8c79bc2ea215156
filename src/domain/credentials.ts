import { isJsonList, isJsonObject, mapTexts, type JsonValue } from './json';

/** What stands in place of a secret. */
export const maskText = '(sensitive)';

/** Who logs in by an address, such as `me:password` of `https://me:password@host`; a password may hold any mark, even `/` and `@`. */
const credentials = /:\/\/(?:[^\s/@:]*:\S*|[^\s/@]+)@/g;

/** A text whose addresses say nothing of who logs in by them. Never throws. */
export const withoutCredentials = (text: string): string =>
  text.includes('://') ? text.replace(credentials, `://${maskText}@`) : text;

/** Whether no text in a value is an address. */
const hasNoAddress = (value: JsonValue): boolean => {
  if (typeof value === 'string') return !value.includes('://');
  if (isJsonList(value)) return value.every(hasNoAddress);
  if (isJsonObject(value)) for (const name in value) if (!hasNoAddress(value[name] ?? null)) return false;
  return true;
};

/** The same for every text in a value. Never throws. */
export const withoutCredentialsIn = (value: JsonValue): JsonValue =>
  hasNoAddress(value) ? value : mapTexts(value, withoutCredentials);
