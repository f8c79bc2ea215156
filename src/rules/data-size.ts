import { serviceKey, type ServiceFacts } from '../domain';

/** What is missing where the size of the data of a service is not told: a real account tells it by its newest backup alone. */
export const nameDataSize = (service: ServiceFacts): string => `size of the data of ${serviceKey(service)}`;
