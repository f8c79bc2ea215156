import { once, serviceTypes, type JsonValue, type ServiceRequest, type UserConfigKey } from '../../domain';

/** What stands in place of a secret. */
export const maskText = '(sensitive)';

/** Shorter values are no secrets, and would blot out ordinary words. */
const shortestSecret = 6;

/** A password in an address, such as `https://user:password@host`. */
const credentials = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;

/** What hides the secrets of some services. */
export interface Mask {
  readonly text: (text: string) => string;
  /** No declared service has one; only an address can hold a password. */
  readonly isEmpty: boolean;
}

/**
 * Gives back a text with every secret of the declared services masked, and every password in an address. Secrets are the
 * values of settings that the service types keep secret, whatever text they come to stand in.
 */
export const maskFor = (requests: readonly ServiceRequest[]): Mask => {
  const secrets = [...new Set(requests.flatMap(secretsOf))].sort((left, right) => right.length - left.length);
  return {
    text: (text) => {
      const masked = secrets.reduce((left, secret) => left.replaceAll(secret, maskText), text);
      return masked.includes('://') ? masked.replace(credentials, `$1${maskText}@`) : masked;
    },
    isEmpty: secrets.length === 0,
  };
};

const secretsOf = ({ serviceType, userConfig }: ServiceRequest): readonly string[] => {
  const keys = secretKeys().get(serviceType.known ? serviceType.value : anyType);
  if (keys === undefined) return [];
  return Object.keys(userConfig).flatMap((name) => {
    const [found, fact] = [keys.get(name), userConfig[name]];
    if (found === undefined || !fact?.known) return [];
    return found.flatMap((key) =>
      textsOf(fact.value, key.effect === 'secret' ? undefined : key.secretFields).filter(
        (text) => text.length >= shortestSecret,
      ),
    );
  });
};

/** Stands for the type of a service whose type is not known: it has the keys of them all. */
const anyType = '';

type KeysByName = ReadonlyMap<string, readonly UserConfigKey[]>;

const secretKeys = once((): ReadonlyMap<string, KeysByName> => {
  const all = serviceTypes.flatMap((type) => type.userConfig.filter(isSecret));
  const byName = (keys: readonly UserConfigKey[]): KeysByName =>
    new Map(keys.map(({ key: name }) => [name, keys.filter(({ key }) => key === name)]));
  return new Map([
    [anyType, byName(all)],
    ...serviceTypes.map(({ name, userConfig }) => [name, byName(userConfig.filter(isSecret))] as const),
  ]);
});

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
