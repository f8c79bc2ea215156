import { mapSecrets, redactedSettings, type JsonObject, type JsonValue, type SettingsOwner } from '../domain';
import { drawHash } from './seeded';
import { isSealed, type Vault } from './vault';

/** Settings as who may see them gets them, and what is not among them, by its path. */
export interface OpenedSettings {
  readonly whole: JsonObject;
  /** `sealed`: the key is not there; `not_kept`: it was written before there were keys. */
  readonly unread: Readonly<Record<string, 'sealed' | 'not_kept'>>;
}

/** The settings as they stand in the log, opened. Never throws. */
export const openSettings = (vault: () => Vault, owner: SettingsOwner, settings: JsonObject): OpenedSettings => {
  const unread: Record<string, 'sealed' | 'not_kept'> = {};
  const read = (value: JsonValue, path: readonly string[]): JsonValue | undefined => {
    const kept = readKept(vault, value);
    if (kept.kind === 'value') return kept.value;
    unread[path.join('.')] = kept.kind;
    return undefined;
  };
  const whole = mapSecrets(owner, settings, { secret: read, text: read });
  return { whole, unread };
};

type Kept = { readonly kind: 'value'; readonly value: JsonValue } | { readonly kind: 'sealed' | 'not_kept' };

const readKept = (vault: () => Vault, value: JsonValue): Kept => {
  if (typeof value !== 'string') return { kind: 'value', value };
  if (isHash.test(value)) return { kind: 'not_kept' };
  if (!isSealed(value)) return { kind: 'value', value };
  const holder = vault();
  const opened = holder.kind === 'open' ? holder.open(value) : undefined;
  return opened === undefined ? { kind: 'sealed' } : { kind: 'value', value: opened };
};

/** The settings as they stand in the log, without what is secret. Never throws. */
export const withoutSecrets = (owner: SettingsOwner, settings: JsonObject): JsonObject =>
  mapSecrets(owner, settings, {
    secret: () => undefined,
    text: (text) => (isSealed(text) || isHash.test(text) ? undefined : text),
  });

/** Opened settings as they are shown to who may not see secrets. Never throws. */
export const redactSettings = (owner: SettingsOwner, { whole, unread }: OpenedSettings): OpenedSettings => ({
  whole: redactedSettings(owner, whole),
  unread,
});

/** How a secret stands in logs of before there were keys: a hash with the seed, of which nothing can be read. */
const isHash = /^secret:[0-9a-f]{32}$/;

/** Whether a value of the log is the hash of this one. Never throws. */
export const isHashOf = (kept: JsonValue | undefined, value: JsonValue, seed: string): boolean =>
  kept === `secret:${drawHash(seed, 'secret', JSON.stringify(value)).slice(0, 32)}`;
