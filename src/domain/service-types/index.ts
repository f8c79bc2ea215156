import type { ServiceType } from '../service-type';
import { serviceTypeByName } from './by-name';

/** Every service type: twelve of the current schema, then six legacy ones. */
export const serviceTypes: readonly ServiceType[] = Object.values(serviceTypeByName).map((make) => make());
