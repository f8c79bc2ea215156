import { serviceTypes, type JsonValue, type ServiceRequest, type UserConfigKey } from '../../domain';

/** What stands in place of a secret. */
export const maskText = '(sensitive)';

/** Shorter values are no secrets, and would blot out ordinary words. */
const shortestSecret = 6;

/** A password in an address, such as `https://user:password@host`. */
const credentials = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;

/**
 * Gives back a text with every secret of the declared services masked, and every password in an address. Secrets are the
 * values of settings that the service types keep secret, whatever text they come to stand in.
 */
export const maskFor = (requests: readonly ServiceRequest[]): ((text: string) => string) => {
  const secrets = [...new Set(requests.flatMap(secretsOf))].sort((left, right) => right.length - left.length);
  return (text) => {
    const masked = secrets.reduce((left, secret) => left.replaceAll(secret, maskText), text);
    return masked.includes('://') ? masked.replace(credentials, `$1${maskText}@`) : masked;
  };
};

const secretsOf = ({ serviceType, userConfig }: ServiceRequest): readonly string[] => {
  const types = serviceType.known ? serviceTypes.filter(({ name }) => name === serviceType.value) : serviceTypes;
  const keys = types.flatMap((type) => type.userConfig).filter(isSecret);
  if (keys.length === 0) return [];
  return keys.flatMap((key) => {
    const fact = Object.hasOwn(userConfig, key.key) ? userConfig[key.key] : undefined;
    if (!fact?.known) return [];
    const fields = key.effect === 'secret' ? undefined : key.secretFields;
    return textsOf(fact.value, fields).filter((text) => text.length >= shortestSecret);
  });
};

const isSecret = ({ effect, secretFields }: UserConfigKey): boolean =>
  effect === 'secret' || secretFields !== undefined;

/** Every text in a value; with `fields`, only those in a field of one of these names. */
const textsOf = (value: JsonValue, fields: readonly string[] | undefined): readonly string[] => {
  if (typeof value === 'string') return fields === undefined ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]: readonly [string, JsonValue]) =>
    textsOf(inner, fields?.includes(name) ? undefined : fields),
  );
};
