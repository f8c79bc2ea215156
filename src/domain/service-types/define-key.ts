import type { EngineVersion } from '../service-type';
import type { UserConfigEffect, UserConfigKey, UserConfigValueKind } from '../user-config-key';
import { legacySchemaSource, schemaSource } from './sources';

/** What a key may say beyond its name, kind, effect and summary. Not create-only, and from the schema, unless it says so. */
type KeyDetails = Partial<Omit<UserConfigKey, 'key' | 'kind' | 'effect' | 'summary'>>;

/** Defines keys of one effect: (key, kind, summary, details). Never throws. */
type DefineKey = (key: string, kind: UserConfigValueKind, summary: string, details?: KeyDetails) => UserConfigKey;

const makeDefineKey =
  (effect: UserConfigEffect): DefineKey =>
  (key, kind, summary, details = {}) => ({
    key,
    kind,
    effect,
    createOnly: false,
    ...details,
    summary,
    source: details.source ?? schemaSource,
  });

/** A key that makes the fork. */
export const forkKey = makeDefineKey('fork');

/** A key that changes what is simulated. */
export const behaviourKey = makeDefineKey('behaviour');

/** A key of single sign-on, never copied to a fork. */
export const ssoKey = makeDefineKey('sso');

/** A key whose whole value is a secret. */
export const secretKey = makeDefineKey('secret');

/** A key that is stored, echoed, copied and part of the digest, with no simulated effect. */
export const storedKey = makeDefineKey('stored');

/** The key that selects the engine's version; deprecated versions are still accepted. */
export const versionKey = (
  key: string,
  versions: readonly EngineVersion[],
  { summary, ...details }: KeyDetails & { readonly summary: string },
): UserConfigKey =>
  makeDefineKey('version')(key, 'string', summary, { values: versions.map(({ version }) => version), ...details });

/** The same keys, as read in the history of the schema. */
export const fromLegacySchema = (keys: readonly UserConfigKey[]): readonly UserConfigKey[] =>
  keys.map((key) => ({ ...key, source: legacySchemaSource }));
