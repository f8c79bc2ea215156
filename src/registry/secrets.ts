import { mapSecrets, type JsonObject, type JsonValue, type SettingsOwner } from '../domain';
import { drawHash } from './seeded';

/**
 * How a secret stands in the log: a keyed hash, so that a change of it is a change, and it is never shown. The key is the seed of the
 * registry, which lies in the same log: this hides a secret, and does not protect it.
 */
const mark = 'secret:';

/** Registries of before the catalogue said what is a secret have some where it says that none is. */
const isHash = /^secret:[0-9a-f]{32}$/;

/** The settings as they go into the log: every secret replaced by its keyed hash. Never throws. */
export const sealSecrets = (owner: SettingsOwner, settings: JsonObject, seed: string): JsonObject =>
  mapSecrets(owner, settings, {
    secret: (value: JsonValue) => mark + drawHash(seed, 'secret', JSON.stringify(value)).slice(0, 32),
    text: (text) => text,
  });

/** The settings as they may be shown: without their secrets. Never throws. */
export const withoutSecrets = (owner: SettingsOwner, settings: JsonObject): JsonObject =>
  mapSecrets(owner, settings, { secret: () => undefined, text: (text) => (isHash.test(text) ? undefined : text) });
