import { isAddressBlock } from './address-block';
import {
  isJsonList,
  isJsonObject,
  patternWords,
  type JsonValue,
  type UserConfigKey,
  withoutCredentials,
} from '../domain';

/** What a value of each kind is called, and whether one is of it. */
export const settingKinds: Readonly<
  Record<UserConfigKey['kind'], { readonly words: string; fits(value: JsonValue): boolean }>
> = {
  string: { words: 'a text', fits: (value) => typeof value === 'string' },
  integer: { words: 'a whole number', fits: (value) => Number.isInteger(value) },
  number: { words: 'a number', fits: (value) => typeof value === 'number' },
  boolean: { words: 'true or false', fits: (value) => typeof value === 'boolean' },
  'string-array': {
    words: 'a list of texts',
    fits: (value) => isJsonList(value) && value.every((item) => typeof item === 'string'),
  },
  array: { words: 'a list', fits: isJsonList },
  object: { words: 'an object', fits: isJsonObject },
};

/** Whether bounds are all that there is to say of a value of a key: fork keys and the second region have rules of their own. */
export const isBounded = ({ key, effect }: UserConfigKey): boolean =>
  effect !== 'fork' && key !== 'additional_backup_regions';

/** What is wrong with a value by the schema of its key, as a sentence; undefined: nothing. A secret is never repeated. */
export const settingFault = (key: UserConfigKey, value: JsonValue): string | undefined => {
  const shown =
    key.effect === 'secret' || key.secretFields !== undefined ? 'The value' : withoutCredentials(JSON.stringify(value));
  const wanted = settingKinds[key.kind];
  if (!wanted.fits(value)) return `${shown} is not ${wanted.words}, as ${key.key} takes.`;
  if (
    key.values !== undefined &&
    (typeof value === 'string' || typeof value === 'number') &&
    !key.values.includes(String(value))
  )
    return `${shown} is not one of ${key.values.join(', ')}.`;
  if (typeof value === 'number') return rangeFault(key, value, shown);
  return typeof value === 'string' ? textFault(key, value, shown) : listFault(key, value, shown);
};

const rangeFault = ({ key, minimum, maximum }: UserConfigKey, value: number, shown: string): string | undefined => {
  if (minimum !== undefined && value < minimum) return `${shown} is below ${minimum}, the least of ${key}.`;
  if (maximum !== undefined && value > maximum) return `${shown} is above ${maximum}, the most of ${key}.`;
  return undefined;
};

const textFault = (key: UserConfigKey, value: string, shown: string): string | undefined => {
  const { minLength, maxLength, pattern } = key;
  if (minLength !== undefined && value.length < minLength) return `${shown} is shorter than ${minLength} characters.`;
  if (maxLength !== undefined && value.length > maxLength) return `${shown} is longer than ${maxLength} characters.`;
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return `${shown} is not ${patternWords(pattern)}.`;
  return undefined;
};

const listFault = ({ key, maxItems }: UserConfigKey, value: JsonValue, shown: string): string | undefined => {
  if (!isJsonList(value)) return undefined;
  if (maxItems !== undefined && value.length > maxItems)
    return `${shown} has ${value.length} items; at most ${maxItems} are allowed.`;
  const odd = key === addressesKey ? value.find((item) => !mayBeAddresses(item)) : undefined;
  return odd === undefined
    ? undefined
    : `${withoutCredentials(JSON.stringify(odd))} is no address and no block of addresses, as ${key} takes: 192.0.2.0/24, 2001:db8::/32.`;
};

/** The setting that lists who may connect. */
export const addressesKey = 'ip_filter';

/** What is null, or has an expression in it, may become one. */
const mayBeAddresses = (item: JsonValue): boolean => {
  const text = isJsonObject(item) ? item['network'] : item;
  if (text === null || (typeof text === 'string' && text.includes('${'))) return true;
  return typeof text === 'string' && isAddressBlock(text);
};
