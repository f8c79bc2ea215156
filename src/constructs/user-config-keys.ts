import { serviceTypes } from '../domain';
import type { UserConfigKey } from '../domain';

/** The settings that a service type takes, by their camelCase names. */
type KeysByName = ReadonlyMap<string, UserConfigKey>;

const camelCase = (key: string): string => key.replace(/[-._]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const byType: ReadonlyMap<string, KeysByName> = new Map(
  serviceTypes.map((type) => [type.name, new Map(type.userConfig.map((key) => [camelCase(key.key), key] as const))]),
);

/** The settings of a type; undefined for a type that the catalogue does not know. Never throws. */
export const findKeys = (serviceType: string): KeysByName | undefined => byType.get(serviceType);

/** The API's name of a setting of a type that is not known: `pgVersion` is `pg_version`. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]|(?<=[a-z])[0-9]+(?=[A-Z]|$)/g, (part) => (/[0-9]/.test(part) ? part : `_${part.toLowerCase()}`));
