import { findServiceType } from '../domain';

/** `user_config` keys of a type that are read only while a service is made. A type that is not known has none. Never throws. */
export const createOnlyKeys = (serviceType: string): ReadonlySet<string> => {
  const made = keysByType.get(serviceType);
  if (made !== undefined) return made;
  const keys = findServiceType(serviceType)?.userConfig ?? [];
  const fixed = new Set(keys.flatMap(({ key, createOnly, effect }) => (createOnly || effect === 'fork' ? [key] : [])));
  keysByType.set(serviceType, fixed);
  return fixed;
};

/** Whether a view of a live service may leave the key out because it is a secret, or holds some. Never throws. */
export const isSecretKey = (serviceType: string, name: string): boolean =>
  findServiceType(serviceType)?.userConfig.some(
    ({ key, effect, secretFields }) => key === name && (effect === 'secret' || secretFields !== undefined),
  ) ?? false;

const keysByType = new Map<string, ReadonlySet<string>>();
