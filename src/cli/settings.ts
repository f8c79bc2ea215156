import { settingKinds } from '../planner';
import type { JsonObject, JsonValue, SettingFields, UserConfigKey } from '../domain';
import { isJsonObject, parseJson, serviceTypes } from '../domain';
import { UsageError } from './errors';

/**
 * The `user_config` of repeated `-c KEY=VALUE`: the value is read by the type's list of keys, so that `-c pg_version=16`
 * is a text and `-c shared_buffers_percentage=25` a number. A dot goes one level down, unless the name has it
 * itself: `-c pg.pg_stat_statements.track=all`. A key that the type does not have is
 * sent as it reads, for the registry to refuse. What goes down a level leaves the rest there as `current` has it.
 * @throws UsageError when there is no `=`, the value is not of the key's kind, or one name is given two values
 */
export const parseSettings = (serviceType: string, pairs: readonly string[], current: JsonObject = {}): JsonObject => {
  const texts = new Map<string, string>();
  return pairs.reduce<JsonObject>((settings, pair) => {
    const [, name, text] = /^([^=]+)=([\s\S]*)$/.exec(pair) ?? [];
    if (name === undefined || text === undefined) {
      throw new UsageError(`-c takes KEY=VALUE, such as pg_version=16; got '${pair}'.`);
    }
    const before = texts.get(name) ?? text;
    if (before !== text)
      throw new UsageError(`-c ${name} is given twice, as '${before}' and as '${text}': give it once.`);
    texts.set(name, text);
    const [, key = '', inside = ''] = /^([^.]*)\.?([\s\S]*)$/.exec(name) ?? [];
    const declared = serviceTypes
      .find((type) => type.name === serviceType)
      ?.userConfig.find((candidate) => candidate.key === key);
    const path = pathIn(declared?.fields, inside);
    const value = path.length === 0 ? parseValue(name, text, declared) : looseValue(text);
    return { ...settings, [key]: placed(settings[key] ?? current[key], path, value) };
  }, {});
};

/** The names in a path with dots, where some names have dots themselves. */
const pathIn = (fields: SettingFields | undefined, path: string): readonly string[] => {
  if (path === '') return [];
  const names = Object.keys(fields ?? {}).filter((name) => path === name || path.startsWith(`${name}.`));
  const name = names.sort((a, b) => b.length - a.length)[0] ?? path.split('.', 1)[0] ?? path;
  const field = fields?.[name];
  return [name, ...pathIn(typeof field === 'object' ? field : undefined, path.slice(name.length + 1))];
};

const placed = (before: JsonValue | undefined, path: readonly string[], value: JsonValue): JsonValue => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const object = isJsonObject(before) ? before : {};
  return { ...object, [first]: placed(object[first], rest, value) };
};

const parseValue = (name: string, text: string, key: UserConfigKey | undefined): JsonValue => {
  if (key === undefined) return looseValue(text);
  if (key.nullable && text === 'null') return null;
  if (key.kind === 'string') return text;
  const value = parseJson(text);
  const wanted = settingKinds[key.kind];
  if (value !== undefined && wanted.fits(value)) return value;
  const got = key.secretFields === undefined ? `'${text}'` : 'something else';
  throw new UsageError(`-c ${name} takes ${writtenWords[key.kind] ?? wanted.words}; got ${got}.`);
};

/** Where a kind has to be written in a way of its own. */
const writtenWords: Readonly<Partial<Record<UserConfigKey['kind'], string>>> = {
  'string-array': `a JSON list of texts, such as '["a"]'`,
  array: `a JSON list, such as '["a"]'`,
  object: `a JSON object, such as '{"a": 1}'`,
};

const looseValue = (text: string): JsonValue => parseJson(text) ?? text;

/** Tags of repeated `--tag KEY=VALUE`, or of the flag of another name. @throws UsageError */
export const parseTags = (pairs: readonly string[], flag = '--tag'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [, key, value] = /^([^=]+)=([\s\S]*)$/.exec(pair) ?? [];
      if (key === undefined || value === undefined) throw new UsageError(`${flag} takes KEY=VALUE; got '${pair}'.`);
      return [key, value];
    }),
  );
