import { isExpression } from './expression';
import { isServiceSource, type SecretReference, type ServiceSource } from './source';
import { findKeys, snakeCase } from './user-config-keys';

/** A `userConfig` in the names of the API, with what cannot be accepted told as sentences. */
export interface Settings {
  /** By API key; plain values and tokens as given. */
  readonly values: Readonly<Record<string, unknown>>;
  /** API path of a setting (`admin_password`, `openid.client_secret`) to the environment variable that holds it. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The source of the fork, when a construct was given. */
  readonly source: ServiceSource | undefined;
  readonly problems: readonly string[];
}

interface Draft {
  readonly values: Record<string, unknown>;
  readonly secrets: Record<string, string>;
  readonly problems: string[];
  source: ServiceSource | undefined;
}

/**
 * Reads camelCase settings by the type's list of keys. Secrets in the clear become problems; a key that the type does not have goes
 * through as it is written, so that what is made is never less than what was asked for. Never throws.
 */
export const readSettings = (serviceType: string, userConfig: object): Settings => {
  const draft: Draft = { values: {}, secrets: {}, problems: [], source: undefined };
  const keys = findKeys(serviceType);
  const written: readonly (readonly [string, unknown])[] = Object.entries(userConfig);
  for (const [name, value] of written) {
    if (value === undefined) continue;
    const key = keys?.get(name);
    const camel = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    if (key === undefined && keys?.has(camel) === true)
      draft.problems.push(`userConfig.${name} is written in the API's way. Write ${camel}.`);
    if (key?.effect === 'secret') readSecret(draft, key.key, name, value);
    else readSetting(draft, key?.key ?? snakeCase(name), value, new Set(key?.secretFields ?? []));
  }
  return draft;
};

const readSecret = (draft: Draft, path: string, name: string, value: unknown): void => {
  if (value === null) return;
  if (isSecretReference(value)) draft.secrets[path] = value.fromEnvironment;
  else {
    draft.problems.push(
      `userConfig.${name} is a secret, and would stand in the plan and the state in the clear. ` +
        `Name the environment variable that holds it at apply: { fromEnvironment: 'NAME' }.`,
    );
  }
};

const readSetting = (draft: Draft, key: string, value: unknown, secretFields: ReadonlySet<string>): void => {
  if (isServiceSource(value)) {
    draft.source = value;
    draft.values[key] = value.serviceName;
    return;
  }
  draft.values[key] = withoutSecrets(draft, value, key, secretFields);
};

const withoutSecrets = (draft: Draft, value: unknown, path: string, secretFields: ReadonlySet<string>): unknown => {
  if (value === null || typeof value !== 'object' || isExpression(value)) return value;
  if (Array.isArray(value)) {
    if (value.includes(null)) draft.problems.push(`userConfig.${path} has null in it; give a list without null.`);
    return value.map((item, index) => withoutSecrets(draft, item, `${path}.${index}`, secretFields));
  }
  const kept: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) {
    const isSecret = secretFields.has(field) || isSecretReference(inner);
    if (isSecret) readSecret(draft, `${path}.${field}`, `${path}.${field}`, inner);
    else kept[field] = withoutSecrets(draft, inner, `${path}.${field}`, secretFields);
  }
  return kept;
};

const isSecretReference = (value: unknown): value is SecretReference =>
  typeof value === 'object' &&
  value !== null &&
  'fromEnvironment' in value &&
  typeof value.fromEnvironment === 'string' &&
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(value.fromEnvironment);
