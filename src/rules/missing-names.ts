import type { ServiceRequest } from '../domain';
import { requestKey } from './configuration';

/** What is missing when nobody could look for the declared service itself: its live form, or its name. Never throws. */
export const missingService = (request: ServiceRequest): string => {
  const key = requestKey(request);
  const { serviceName, address } = request;
  if (key === undefined) return `${serviceName.known ? 'project' : 'service_name'} of ${address}`;
  return `live service ${key}`;
};

/** What is missing when nobody could look at the project of a declared service: the project, or its name. Never throws. */
export const missingProject = ({ project, address }: ServiceRequest): string =>
  project.known ? `project ${project.value}` : `project of ${address}`;
