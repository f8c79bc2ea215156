import { canonicalJson, isJsonList, isJsonObject, parseRecoveryTime, type JsonValue } from '../domain';

/** Two JSON values are the same, byte for byte; absent and null are one. */
export const sameJson = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  canonicalJson(a) === canonicalJson(b);

/** The value as text; undefined where it counts as not written: absent, null, or the empty text. */
export const writtenText = (value: JsonValue | undefined): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Settings whose value is a set: an address is let in wherever it stands in the list. */
const unordered: ReadonlySet<string> = new Set(['ip_filter']);

/**
 * Two values of one setting mean the same, however they are spelled: an instant with another offset, with a space, without seconds or
 * with a fraction of zeros; the addresses of a filter in another order; null and absence. Never throws.
 */
export const sameSetting = (key: string, a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === b || normalize(key, a) === normalize(key, b);

const normalize = (key: string, value: JsonValue | undefined): string => {
  if (key === 'recovery_target_time' && typeof value === 'string') return canonicalJson(parseInstant(value) ?? value);
  if (!unordered.has(key) || !isJsonList(value)) return canonicalJson(value);
  return `[${value.map(itemMeaning).sort().join(',')}]`;
};

const parseInstant = (text: string): number | undefined => parseRecoveryTime(text)?.at;

/** An address as a text, and as an object that says no more, let the same in. */
const itemMeaning = (item: JsonValue): string => {
  if (!isJsonObject(item)) return canonicalJson(item);
  const { network, ...others } = item;
  const said = Object.entries(others).filter(([, value]) => value !== null && value !== '');
  return said.length === 0 && typeof network === 'string' ? canonicalJson(network) : canonicalJson(item);
};
