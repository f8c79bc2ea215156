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

const keysByType = new Map<string, ReadonlySet<string>>();
