import type { JsonObject } from '../domain';
import type { ServiceState } from './state';

type Life = Pick<ServiceState, 'incarnation' | 'terminatedAt'>;

/** The service that an address serves; undefined: none, for it was given to none, or that one has ended. Never throws. */
export const addressHolder = (value: JsonObject, find: (service: string) => Life | undefined): string | undefined => {
  const { service, incarnation } = value;
  if (typeof service !== 'string' || service === '') return undefined;
  const life = find(service);
  return life?.terminatedAt === null && life.incarnation === incarnation ? service : undefined;
};
