import { isJsonList, nearestName, patternWords, withoutCredentials } from '../../domain';
import type { JsonObject, JsonValue, RefusalAbout, ServiceType, UserConfigKey } from '../../domain';
import { addressFault } from './address-block';
import { refuse } from './decision';
import { isGiven } from './fork-request';
import type { Objection } from './decision';

const sourceKeys: readonly string[] = ['service_to_fork_from', 'project_to_fork_from'];
const recoveryKeys: readonly string[] = ['recovery_target_time', 'recovery_basebackup_name'];

/**
 * Objects to the source of a fork where such services are never forked, else to the first key, in the order given, that the type does
 * not have or whose value breaks its schema.
 */
export const checkUserConfig = (type: ServiceType, userConfig: JsonObject): Objection => {
  const source = type.forkable ? undefined : sourceKeys.find((name) => isGiven(userConfig[name]));
  if (source !== undefined) {
    const message = `Services of type ${type.name} cannot be forked. Remove ${source}.`;
    return refuse('fork_type_unsupported', message, `user_config.${source}`);
  }
  const keys = new Map(type.userConfig.map((key) => [key.key, key]));
  for (const [name, value] of Object.entries(userConfig)) {
    const key = keys.get(name);
    const objection = key === undefined ? unknownKey(type, userConfig, name, value) : checkValue(key, value);
    if (objection !== undefined) return objection;
  }
  return undefined;
};

const unknownKey = (type: ServiceType, all: JsonObject, name: string, value: JsonValue): Objection => {
  const empty = !isGiven(value);
  if (sourceKeys.includes(name) && !type.forkable && empty) return undefined;
  if (recoveryKeys.includes(name)) {
    return empty
      ? undefined
      : refuse(
          'recovery_key_unsupported',
          `Services of type ${type.name} have no ${name}: ${describeRecovery(type)}. Remove it.`,
          `user_config.${name}`,
        );
  }
  if (name === 'additional_backup_regions') {
    return empty || (isJsonList(value) && value.length === 0)
      ? undefined
      : refuse(
          'backup_region_unsupported',
          `Services of type ${type.name} have no backup to another region. Remove ${name}.`,
        );
  }
  return refuse('user_config_key_unknown', unknownKeysText(type, Object.keys(all)));
};

/** All of them at once, each with the key that was meant. */
const unknownKeysText = ({ name, userConfig }: ServiceType, asked: readonly string[]): string => {
  const keys = userConfig.map(({ key }) => key);
  const unknown = asked.filter((key) => !keys.includes(key));
  const told = unknown.map((key) => {
    const meant = nearestName(key.slice(0, 80), keys);
    return `'${key.slice(0, 80)}'${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
  });
  return `Services of type ${name} have no user_config key ${told.join(', ')}. Check the spelling, or remove it.`;
};

const describeRecovery = ({ recovery }: ServiceType): string => {
  switch (recovery) {
    case 'none':
      return 'they have no backups';
    case 'backup-only':
      return 'they are restored from the newest backup only';
    case 'named-backup':
      return 'they are restored from a named backup, with recovery_basebackup_name';
    case 'point-in-time':
      return 'they are restored to an instant, with recovery_target_time';
  }
};

const checkValue = (key: UserConfigKey, value: JsonValue): Objection => {
  if (isNotGiven(key, value)) return undefined;
  const fault = findFault(key, value);
  if (fault === undefined) return undefined;
  const message = `${key.key} ${fault}. ${key.summary}`;
  if (key.key === 'recovery_target_time') return refuse('recovery_time_invalid', message);
  if (key.key === 'recovery_basebackup_name') return refuse('recovery_backup_name_invalid', message);
  if (key.key === 'additional_backup_regions') return refuse('backup_region_invalid', message);
  const isVersion = key.effect === 'version' && typeof value === 'string';
  return refuse(isVersion ? 'version_unknown' : 'user_config_value_invalid', message, aboutKey(key));
};

/** The keys of a fork have rules of their own, all other settings have one between them. */
const aboutKey = ({ key, effect, createOnly }: UserConfigKey): RefusalAbout => {
  if (effect === 'fork') return `user_config.${key}`;
  return createOnly ? 'fixed-setting' : 'setting';
};

/**
 * Null means "not given" for every key: at create it is left out, in a change it resets the key. So does the empty text for the
 * keys that make a fork, whatever their pattern says.
 */
const isNotGiven = (key: UserConfigKey, value: JsonValue): boolean =>
  value === null || (key.effect === 'fork' && value === '');

/** What is wrong with a value, or undefined. */
const findFault = (key: UserConfigKey, value: JsonValue): string | undefined => {
  const got = () => gotText(key, value);
  switch (key.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `must be true or false, got ${got()}`;
    case 'string':
      return typeof value === 'string' ? textFault(key, value) : `must be a text, got ${got()}`;
    case 'integer':
      return Number.isInteger(value) ? numberFault(key, Number(value)) : `must be a whole number, got ${got()}`;
    case 'number':
      return typeof value === 'number' ? numberFault(key, value) : `must be a number, got ${got()}`;
    case 'array':
    case 'string-array':
      return isJsonList(value) ? listFault(key, value) : `must be a list, got ${got()}`;
    case 'object':
      return typeof value === 'object' && !isJsonList(value) ? undefined : `must be an object, got ${got()}`;
  }
};

/** A secret is never repeated in a message. */
const gotText = ({ effect, secretFields }: UserConfigKey, value: JsonValue): string =>
  effect === 'secret' || secretFields !== undefined
    ? 'something else'
    : withoutCredentials(JSON.stringify(value)).slice(0, 80);

const textFault = (key: UserConfigKey, value: string): string | undefined => {
  const got = () => gotText(key, value);
  if (key.maxLength !== undefined && value.length > key.maxLength) {
    return `must have at most ${key.maxLength} characters, got ${value.length}`;
  }
  if (key.minLength !== undefined && value.length < key.minLength) {
    return `must have at least ${key.minLength} characters, got ${value.length}`;
  }
  if (key.values !== undefined && !key.values.includes(value))
    return `must be one of ${key.values.join(', ')}, got ${got()}`;
  if (key.pattern !== undefined && !new RegExp(key.pattern).test(value))
    return `must be ${patternWords(key.pattern)}, got ${got()}`;
  return undefined;
};

const numberFault = (key: UserConfigKey, value: number): string | undefined => {
  if (key.values !== undefined && !key.values.includes(String(value))) {
    return `must be one of ${key.values.join(', ')}, got ${value}`;
  }
  if (key.minimum !== undefined && value < key.minimum) return `must be at least ${key.minimum}, got ${value}`;
  if (key.maximum !== undefined && value > key.maximum) return `must be at most ${key.maximum}, got ${value}`;
  return undefined;
};

const listFault = (key: UserConfigKey, items: readonly JsonValue[]): string | undefined => {
  if (key.maxItems !== undefined && items.length > key.maxItems)
    return `takes at most ${key.maxItems} items, got ${items.length}`;
  if (key.key === 'ip_filter') return items.map(addressFault).find((fault) => fault !== undefined);
  if (key.kind === 'array') return undefined;
  for (const item of items) {
    const fault = typeof item === 'string' ? textFault(key, item) : `takes texts, got ${gotText(key, item)}`;
    if (fault !== undefined) return fault;
  }
  return undefined;
};
