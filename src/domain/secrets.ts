import { maskText, withoutCredentials } from './credentials';
import { known, type Fact } from './fact';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from './json';
import { hiddenIn, mapSecrets, secretNames, type SettingsOwner } from './secret-places';

/** Whether the value of a setting is a secret, or holds some. A key that the type lacks is one if it is with any type. Never throws. */
export const holdsSecret = (serviceType: string, name: string): boolean =>
  hiddenIn({ kind: 'service', type: serviceType }, name) !== undefined;

/** What is left in place of a text: it tells no more who logs in by an address. */
const text = withoutCredentials;

/** Declared settings as they may be shown: the known ones masked, and fields that are secret, at any depth, not there. Never throws. */
export const maskedSettings = (
  serviceType: string,
  userConfig: Readonly<Record<string, Fact<JsonValue>>>,
): Readonly<Record<string, Fact<JsonValue>>> => {
  const facts = Object.entries(userConfig);
  const written = Object.fromEntries(
    facts.flatMap(([name, fact]) => (fact.known ? [[name, fact.value] as const] : [])),
  );
  const shown = withoutSecrets(serviceType, written);
  if (shown === written) return userConfig;
  // What was not written stays so: null is no secret.
  const masked = (name: string): JsonValue => (shown[name] === undefined ? maskText : shown[name]);
  return Object.fromEntries(facts.map(([name, fact]) => [name, fact.known ? known(masked(name)) : fact]));
};

/**
 * The settings of a service without its secrets: keys that are secret, and secret fields at any depth of other keys, are not there.
 * Never throws.
 */
export const withoutSecrets = (type: string, userConfig: JsonObject): JsonObject =>
  mapSecrets({ kind: 'service', type }, userConfig, { secret: () => undefined, text });

/** What the vendor shows in place of a secret, and takes back as "leave it as it is". @see aiven.io/docs/tools/api/secret-redaction */
export const redactedText = '<redacted>';

/** Settings as they are shown to whom may not see their secrets, which are named. Never throws. */
export const redactedSettings = (owner: SettingsOwner, settings: JsonObject): JsonObject =>
  mapSecrets(owner, settings, { secret: () => redactedText, text });

/** Shorter texts are words of any sentence. */
const shortestSecret = 4;

/**
 * The secrets that a value holds in the clear at any depth: texts under the names of secret settings and fields. Expressions are none.
 * Never throws.
 */
export const secretTexts = (value: JsonValue, inSetting = false): readonly string[] => {
  if (isJsonList(value)) return value.flatMap((item) => secretTexts(item, inSetting));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    // What is read at apply is written as the name of a variable of the environment.
    if (name === 'secrets' && !inSetting) return [];
    return secretNames().has(name) ? longTexts(inner) : secretTexts(inner, inSetting || holdsSecret('', name));
  });
};

/** Every text in a value that is long enough to be told from a word. Never throws. */
export const longTexts = (value: JsonValue): readonly string[] => {
  if (typeof value === 'string') return value.length < shortestSecret || value.includes('${') ? [] : [value];
  if (isJsonList(value)) return value.flatMap(longTexts);
  return isJsonObject(value) ? Object.values(value).flatMap(longTexts) : [];
};

/** What secrets look like wherever they stand: the vendor's passwords, an address that logs in, a private key. */
const secretForms: readonly (readonly [string, RegExp])[] = [
  ['a password of a service', /AVNS_[\w-]{8,}/],
  ['an address with a password', /:\/\/[^\s/"@:]+:(?!\*)[^\s/"@]+@/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
];

/** What in a text that is to be kept looks like a secret, or is this token; undefined: nothing. Never throws. */
export const leakedSecret = (text: string, token = ''): string | undefined => {
  if (token.length >= shortestSecret && text.includes(token)) return 'the token';
  return secretForms.find(([, form]) => form.test(text))?.[0];
};

/** A text with each of these secrets masked. Never throws. */
export const withoutTexts = (text: string, secrets: readonly string[]): string =>
  [...secrets]
    .sort((left, right) => right.length - left.length)
    .reduce((rest, one) => rest.replaceAll(one, maskText), text);
