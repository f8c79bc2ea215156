import type { RegistryClient, ServiceBody } from '../api';
import { NoSuchServiceError } from './errors';

/** The live service of that name. @throws NoSuchServiceError naming the nearest one, when there is none. */
export const findService = async (client: RegistryClient, project: string, service: string): Promise<ServiceBody> => {
  const found = await client.getService(project, service);
  if (found !== undefined) return found;
  const { nearestName } = await import('../domain/index.js');
  const names = (await client.listServices(project)).map((candidate) => candidate.service_name);
  throw new NoSuchServiceError(project, service, nearestName(service, names));
};
