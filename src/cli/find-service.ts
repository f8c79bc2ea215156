import type { RegistryClient, ServiceBody } from '../api';
import { NoSuchServiceError } from './errors';
import { nearestName, instantSeen, parseSnapshot, serviceKey } from '../domain';

/** The live service of that name. @throws NoSuchServiceError when there is none, with its end, or the name that may be meant. */
export const findService = async (client: RegistryClient, project: string, service: string): Promise<ServiceBody> => {
  const found = await client.getService(project, service);
  if (found !== undefined) return found;
  const end = await explainEnd(client, project, service);
  if (end !== undefined) throw new NoSuchServiceError(project, service, undefined, end);
  const names = (await client.listServices(project)).map((candidate) => candidate.service_name);
  throw new NoSuchServiceError(project, service, nearestName(service, names));
};

/** How the last service of that name has ended; undefined: there was none, or the registry tells nobody. */
const explainEnd = async (client: RegistryClient, project: string, service: string): Promise<string | undefined> => {
  const key = serviceKey({ project, service });
  try {
    const { now, terminated } = parseSnapshot(await client.snapshot([key]), client.target);
    const last = terminated?.get(key);
    if (last === undefined) return undefined;
    const { terminatedAt, backupsKeptUntil, removed } = last;
    const how = removed === true ? 'deleted after 180 days powered off' : 'terminated';
    const kept = `its backups ${now <= backupsKeptUntil ? 'are' : 'were'} kept until ${instantSeen(backupsKeptUntil, now)}`;
    return `It was ${how}, on ${instantSeen(terminatedAt, now)}; ${kept}.`;
  } catch {
    // A registry that does not tell is no reason to say less than before.
    return undefined;
  }
};
