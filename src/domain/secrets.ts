import { maskText, withoutCredentialsIn } from './credentials';
import { known, type Fact } from './fact';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from './json';
import { once } from './once';
import { serviceTypes } from './service-types';
import type { UserConfigKey } from './user-config-key';

/** Whether the value of a setting is a secret, or holds some. A key that the type lacks is one if it is with any type. Never throws. */
export const holdsSecret = (serviceType: string, name: string): boolean => hiddenIn(serviceType, name) !== undefined;

/**
 * The value of a setting as it may be shown: a secret is masked, and a field that is one, at any depth, is not there. What was not
 * written stays so. Never throws.
 */
const maskedSetting = (serviceType: string, name: string, value: JsonValue): JsonValue => {
  const hidden = hiddenIn(serviceType, name);
  if (hidden === undefined || value === null || value === '') return withoutCredentialsIn(value);
  if (hidden === 'whole' || typeof value !== 'object') return maskText;
  return withoutFields(value, hidden);
};

/** Declared settings as they may be shown: the known ones masked. Never throws. */
export const maskedSettings = (
  serviceType: string,
  userConfig: Readonly<Record<string, Fact<JsonValue>>>,
): Readonly<Record<string, Fact<JsonValue>>> =>
  Object.fromEntries(
    Object.entries(userConfig).map(([name, fact]) => [
      name,
      fact.known ? known(maskedSetting(serviceType, name, fact.value)) : fact,
    ]),
  );

/**
 * The settings of a service without its secrets: keys that are secret, and secret fields at any depth of other keys, are not there.
 * Never throws.
 */
export const withoutSecrets = (serviceType: string, userConfig: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(userConfig).flatMap(([name, value]) =>
      hiddenIn(serviceType, name) === 'whole' ? [] : [[name, maskedSetting(serviceType, name, value)] as const],
    ),
  );

/** Shorter texts are words of any sentence. */
const shortestSecret = 4;

/**
 * The secrets that a value holds in the clear at any depth: texts under the names of secret settings and fields. Expressions are none.
 * Never throws.
 */
export const secretTexts = (value: JsonValue): readonly string[] => {
  if (isJsonList(value)) return value.flatMap(secretTexts);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    // What is read at apply is written as the name of a variable of the environment.
    if (name === 'secrets') return [];
    return secretNames().has(name) ? longTexts(inner) : secretTexts(inner);
  });
};

/** Every text in a value that is long enough to be told from a word. Never throws. */
export const longTexts = (value: JsonValue): readonly string[] => {
  if (typeof value === 'string') return value.length < shortestSecret || value.includes('${') ? [] : [value];
  if (isJsonList(value)) return value.flatMap(longTexts);
  return isJsonObject(value) ? Object.values(value).flatMap(longTexts) : [];
};

/** A text with each of these secrets masked. Never throws. */
export const withoutTexts = (text: string, secrets: readonly string[]): string =>
  [...secrets]
    .sort((left, right) => right.length - left.length)
    .reduce((rest, one) => rest.replaceAll(one, maskText), text);

const secretNames = once((): ReadonlySet<string> => {
  const { byKey } = secretKeys();
  return new Set([
    'service_password',
    ...[...byKey].flatMap(([name, hidden]) => (hidden === 'whole' ? [name] : [...hidden])),
  ]);
});

/** What is secret in a setting: all of it, or the fields of these names. */
type Hidden = 'whole' | ReadonlySet<string>;

const hiddenIn = (serviceType: string, name: string): Hidden | undefined => {
  const { byType, byKey } = secretKeys();
  const own = byType.get(serviceType)?.get(name);
  return own === undefined ? byKey.get(name) : own.hidden;
};

type OwnKeys = ReadonlyMap<string, { readonly hidden: Hidden | undefined }>;

const secretKeys = once(() => {
  const byKey = new Map<string, Hidden>();
  for (const key of serviceTypes.flatMap(({ userConfig }) => userConfig)) {
    const [hidden, others] = [hiddenOf(key), byKey.get(key.key)];
    if (hidden === undefined || others === 'whole') continue;
    byKey.set(key.key, hidden === 'whole' ? hidden : new Set([...hidden, ...(others ?? [])]));
  }
  const byType: ReadonlyMap<string, OwnKeys> = new Map(
    serviceTypes.map(({ name, userConfig }) => [
      name,
      new Map(userConfig.map((key) => [key.key, { hidden: hiddenOf(key) }])),
    ]),
  );
  return { byType, byKey };
});

const hiddenOf = ({ effect, secretFields }: UserConfigKey): Hidden | undefined =>
  effect === 'secret' ? 'whole' : secretFields && new Set(secretFields);

const withoutFields = (value: JsonValue, fields: ReadonlySet<string>): JsonValue => {
  if (isJsonList(value)) return value.map((item) => withoutFields(item, fields));
  if (!isJsonObject(value)) return withoutCredentialsIn(value);
  return mapped(value, (name, inner) => (fields.has(name) ? undefined : withoutFields(inner, fields)));
};

const mapped = (fields: JsonObject, next: (name: string, value: JsonValue) => JsonValue | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const inner = next(name, value);
      return inner === undefined ? [] : [[name, inner] as const];
    }),
  );
