import {
  isJsonList,
  isJsonObject,
  mapSecrets,
  redactedText,
  withoutCredentials,
  type JsonObject,
  type JsonValue,
  type SettingsOwner,
} from '../../domain';
import { isSealed, type Vault } from '../vault';
import { refuse } from './decision';
import type { DecideContext, Refused } from './decision';

type Sealed = Refused | { readonly kind: 'sealed'; readonly settings: JsonObject };

/**
 * Settings as they go into the log: every secret sealed, and every address that somebody logs in by. `<redacted>` leaves a secret as it
 * is in `before`. Refused while the key of the registry is not there.
 */
export const sealSettings = (
  { vault }: Pick<DecideContext, 'vault'>,
  owner: SettingsOwner,
  asked: JsonObject,
  before: JsonObject = {},
): Sealed => {
  let refused: Refused | undefined;
  const secret = (value: JsonValue, path: readonly string[]): JsonValue => {
    const kept = value === redactedText ? valueAt(before, path) : undefined;
    if (kept !== undefined) return kept;
    const holder = vault();
    refused ??= objectionTo(holder, path.join('.'), value);
    return holder.kind === 'open' ? holder.seal(value) : null;
  };
  const text = (value: string, path: readonly string[]): JsonValue =>
    withoutCredentials(value) === value && !isSealed(value) ? value : secret(value, path);
  const settings = mapSecrets(owner, asked, { secret, text });
  return refused ?? { kind: 'sealed', settings };
};

const objectionTo = (vault: Vault, path: string, value: JsonValue): Refused | undefined => {
  if (value === redactedText) {
    return refuse(
      'request_invalid',
      `${path} is ${redactedText}, which leaves a secret as it is, but none is kept there. Give its value, or leave it out.`,
    );
  }
  return vault.kind === 'open' ? undefined : secretsSealed(path, vault.why);
};

/** A password that is asked for, as it goes into the log. */
export const sealPassword = (
  { vault }: Pick<DecideContext, 'vault'>,
  password: string | undefined,
): Refused | { readonly kind: 'sealed'; readonly wrapped?: string } => {
  if (password === undefined) return { kind: 'sealed' };
  const holder = vault();
  return holder.kind === 'open'
    ? { kind: 'sealed', wrapped: holder.seal(password) }
    : secretsSealed('new_password', holder.why);
};

const secretsSealed = (what: string, why: string): Refused =>
  refuse(
    'secrets_sealed',
    `${what} is a secret, and the registry cannot seal it: ${why}. Put its key back, or leave the secret out.`,
  );

const valueAt = (settings: JsonObject, path: readonly string[]): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>((value, name) => {
    if (isJsonList(value)) return value[Number(name)];
    return isJsonObject(value) ? value[name] : undefined;
  }, settings);
