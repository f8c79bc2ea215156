import type { Catalogue, ServiceFacts, ServiceRequest } from '../domain';

/** Whether a live service runs without persistence, and so without backups. Never throws. */
export const isPersistenceOff = (
  { type, userConfig }: Pick<ServiceFacts, 'type' | 'userConfig'>,
  { serviceTypes }: Pick<Catalogue, 'serviceTypes'>,
): boolean => {
  const key = serviceTypes.get(type)?.persistenceKey;
  return key !== undefined && userConfig[key] === 'off';
};

/** The same of a declared service; undefined while its type or the setting is not known. Never throws. */
export const declaresPersistenceOff = (
  { serviceType, userConfig }: Pick<ServiceRequest, 'serviceType' | 'userConfig'>,
  { serviceTypes }: Pick<Catalogue, 'serviceTypes'>,
): boolean | undefined => {
  if (!serviceType.known) return undefined;
  const key = serviceTypes.get(serviceType.value)?.persistenceKey;
  if (key === undefined) return false;
  const setting = userConfig[key];
  return setting === undefined ? false : setting.known ? setting.value === 'off' : undefined;
};
