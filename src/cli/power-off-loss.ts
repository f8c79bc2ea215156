import type { RegistryClient, ServiceBody } from '../api';
import { counted, instantSeen, parseInstant, serviceTypes } from '../domain';
import { longestOffMs } from '../rules';
import { instantText } from './show/time';

/**
 * What a power-off of a service would lose, as a sentence: what was written since its newest backup, unless a backup is taken before or
 * a log is replayed; undefined: nothing.
 */
export const powerOffLoss = async (
  client: RegistryClient,
  project: string,
  service: ServiceBody,
): Promise<string | undefined> => {
  const type = serviceTypes.find(({ name }) => name === service.service_type);
  if (type === undefined || service.state === 'POWEROFF' || isReplica(service)) return undefined;
  const isPersistent = type.persistenceKey === undefined || service.user_config[type.persistenceKey] !== 'off';
  if (type.backupBeforePowerOff && isPersistent) return undefined;
  const { service_name: name } = service;
  const newest = service.backups.at(-1);
  if (newest === undefined)
    return `${project}/${name} has no backup to come back from: all its data is lost with this.`;
  if (type.recovery === 'point-in-time') return undefined;
  const [then, now] = await Promise.all([
    client.contents(project, name, newest.backup_time),
    client.contents(project, name),
  ]);
  const rows = now.row_count - then.row_count;
  const lost = [
    ...(rows > 0 ? [counted(rows, 'row')] : []),
    ...now.users.filter((user) => !then.users.includes(user)).map((user) => `user ${user}`),
    ...now.databases.filter((database) => !then.databases.includes(database)).map((database) => `database ${database}`),
  ];
  const what = lost.length === 0 ? 'What is written since' : `${lost.join(', ')}, and what else is written since,`;
  const when = instantText(newest.backup_time, service.forkcast?.now);
  return `${project}/${name} comes back with what its newest backup of ${when} holds. ${what} is lost with this.`;
};

/** Until when a service that is powered off now may stay so, as a sentence; undefined: it is off already, or nobody tells the time. */
export const removalText = ({ service_name: name, state, forkcast }: ServiceBody): string | undefined => {
  const now = parseInstant(forkcast?.now);
  if (now === undefined || state === 'POWEROFF') return undefined;
  return `${name} is deleted if it stays powered off until ${instantSeen(now + longestOffMs, now)}.`;
};

const isReplica = ({ service_name, service_integrations }: ServiceBody): boolean =>
  service_integrations.some(
    ({ integration_type, dest_service }) =>
      (integration_type === 'read_replica' || integration_type === 'disaster_recovery') &&
      dest_service === service_name,
  );
