import {
  isJsonList,
  isJsonObject,
  serviceTypes,
  settingPath,
  type JsonValue,
  type UserConfigKey,
  type SettingGroup,
  settingGroups,
  withoutCredentials,
} from '../../domain';
import { type Diagnostic, Dynamic, errorAt, isNull, isObject, isUnknown, isWhollyKnown, type Value } from '../protocol';
import { jsonOf } from '../values';
import { groupMembers } from './setting-groups';
import { attributeKeys, blockKeys, keyOfType } from './user-config';

/**
 * What is wrong with a block `user_config` whatever the rest of the world is like: names that no setting has, and values outside the
 * bounds of the schema. What is unknown may be null, and is judged when it is known; what the rules judge is left to them, a setting that
 * the type lacks among it.
 */
export const userConfigFaults = (serviceType: Value, block: Value): readonly Diagnostic[] => {
  if (!isObject(block)) return [];
  const type =
    typeof serviceType === 'string' && serviceTypes.some(({ name }) => name === serviceType) ? serviceType : undefined;
  return [
    ...attributeKeys().flatMap(({ name }) => settingFaults(type, name, block[name] ?? null)),
    ...settingGroups.flatMap((group) => groupFaults(type, group, block[group] ?? null)),
  ];
};

const settingFaults = (serviceType: string | undefined, name: string, value: Value): readonly Diagnostic[] => {
  if (serviceType === undefined || isNull(value) || isUnknown(value)) return [];
  const key = keyOfType(name, serviceType);
  if (key === undefined) return [];
  if (!isWhollyKnown(value) || key.effect === 'fork' || name === 'additional_backup_regions') return [];
  const fault = valueFault(key, jsonOf(value));
  return fault === undefined ? [] : [refused(name, fault)];
};

const groupFaults = (serviceType: string | undefined, group: SettingGroup, object: Value): readonly Diagnostic[] => {
  if (isNull(object) || isUnknown(object)) return [];
  if (!(object instanceof Dynamic) || !(isObject(object.value) || isUnknown(object.value)))
    return [elsewhere(`user_config.${group} is an object of settings by name, such as { work_mem = 8 }.`, group)];
  if (isUnknown(object.value)) return [];
  return Object.entries(groupMembers(group, object)).flatMap(([name, value]) => {
    const key = blockKeys().get(name);
    if (key === undefined) return [elsewhere(`No type of service has a setting ${name}. Take it out.`, group)];
    if (key.place !== group)
      return [elsewhere(`${name} does not stand here: write it as ${settingPath(name).join('.')}.`, group)];
    return settingFaults(serviceType, name, value);
  });
};

const elsewhere = (detail: string, group: SettingGroup): Diagnostic =>
  errorAt({ summary: 'Not a setting', detail, path: ['user_config', group] });

const refused = (name: string, detail: string): Diagnostic =>
  errorAt({ summary: 'Value is outside the bounds of the setting', detail, path: settingPath(name) });

const fits: Readonly<Record<UserConfigKey['kind'], { readonly words: string; fits(value: JsonValue): boolean }>> = {
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

/** A secret is never repeated in a message. */
const valueFault = (key: UserConfigKey, value: JsonValue): string | undefined => {
  const shown =
    key.effect === 'secret' || key.secretFields !== undefined ? 'The value' : withoutCredentials(JSON.stringify(value));
  const wanted = fits[key.kind];
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
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return `${shown} does not match ${pattern}.`;
  return undefined;
};

const listFault = ({ maxItems }: UserConfigKey, value: JsonValue, shown: string): string | undefined =>
  maxItems !== undefined && isJsonList(value) && value.length > maxItems
    ? `${shown} has ${value.length} items; at most ${maxItems} are allowed.`
    : undefined;
