import type { Source } from './source';

/** The JSON shape of a `user_config` value. `array`: items of any shape, such as the strings or objects of `ip_filter`; not checked. */
export type UserConfigValueKind = 'string' | 'integer' | 'number' | 'boolean' | 'string-array' | 'array' | 'object';

/**
 * What a key does in the registry: `fork` makes the fork, `behaviour` changes what is simulated, `version` selects the engine's
 * version, `sso` is single sign-on (never copied to a fork), `secret` is masked wherever it is shown,
 * `stored` is stored, echoed, copied and part of the digest, with no simulated effect.
 */
export type UserConfigEffect = 'fork' | 'behaviour' | 'version' | 'sso' | 'secret' | 'stored';

/** Fields of an object of settings, by the API's names: what each is, or the fields that it has itself. */
export interface SettingFields {
  readonly [name: string]: 'string' | 'integer' | 'number' | 'boolean' | SettingFields;
}

/** One key of a service type's `user_config`, with the bounds of its schema. */
export interface UserConfigKey {
  readonly key: string;
  readonly kind: UserConfigValueKind;
  readonly effect: UserConfigEffect;
  /** Read only while the service is created. */
  readonly createOnly: boolean;
  readonly nullable?: true;
  readonly maxLength?: number;
  readonly minLength?: number;
  /** A regular expression that the value, or each item of an array, must match. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  /** The only values. Those of an integer are written here as decimal text. */
  readonly values?: readonly string[];
  /** Names of fields that hold secrets, at any depth of an object or array: masked wherever the value is shown. */
  readonly secretFields?: readonly string[];
  /**
   * Fields of an object whose type is known, by the API's own names, so that a command line can tell a number from a text, and a name that
   * Terraform cannot spell is found; others are not checked.
   */
  readonly fields?: SettingFields;
  readonly deprecated?: true;
  readonly summary: string;
  readonly source: Source;
}
