import type { ServiceBody } from '../api';
import { parseInstant, type ServiceId, type ServiceResource } from '../domain';
import type { Budget } from './budget';
import type { EnginePorts } from './ports';
import { registryNow, type Observation, waitUntil } from './wait';

/** The service that a declared service is forked from; undefined: it is no fork. */
export const readSource = ({ project, user_config }: ServiceResource): ServiceId | undefined => {
  const [service] = [user_config.service_to_fork_from, user_config.pg_service_to_fork_from].filter(isName);
  if (service === undefined) return undefined;
  const other = user_config.project_to_fork_from;
  return { project: isName(other) ? other : project, service };
};

/**
 * Waits for the first backup of a source that is made in the same run. A source that is not there, or will never have a backup,
 * is not waited for: the registry then says what is wrong. @throws the reason when waiting ends before: nothing was made.
 */
export const waitForSource = async (ports: EnginePorts, resource: ServiceResource, budget: Budget): Promise<void> => {
  const id = readSource(resource);
  if (resource.wait_for_source !== true || id === undefined) return;
  const first = await ports.client.getService(id.project, id.service);
  if (first === undefined) return;
  const awaited = { ...id, what: 'first backup', step: 'wait-for-source', observe: observeBackup } as const;
  const end = await waitUntil(ports, awaited, { budget, first });
  if (end.kind === 'ended') throw end.error;
};

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

const observeBackup = (source: ServiceBody): Observation => {
  if (source.backups.length > 0) return { kind: 'reached' };
  if (source.forkcast === undefined) return { kind: 'not-yet', dueAt: null };
  const dueAt = parseInstant(source.forkcast.first_backup_at) ?? null;
  if (dueAt === null) return { kind: 'reached' };
  const now = registryNow(source);
  return now !== null && dueAt <= now ? { kind: 'reached' } : { kind: 'not-yet', dueAt };
};
