import { labelText, toRfc3339 } from '../../domain';
import { instanceKey, isServiceEvent } from '../events';
import type { LogEntry } from '../log-page';
import { grantNames } from '../role-grants';

/** An entry of a project's log as the API lists it. Every value is text: the vendor's Go client demands it. */
export const eventBody = (project: string, entry: LogEntry) => {
  const { event } = entry;
  const isOfService = isServiceEvent(event);
  return {
    id: `${project}-${entry.version}`,
    time: toRfc3339(entry.at),
    actor: 'forkcast',
    event_type: snakeCase(event.type),
    event_desc: writeSentence(entry),
    project_name: project,
    service_name: isOfService ? event.service : '',
    service_id: isOfService ? instanceKey(event) : '',
  };
};

/** An entry of a service's log as one line. */
export const logLine = (entry: LogEntry) => ({
  time: toRfc3339(entry.at),
  msg: writeSentence(entry),
  unit: 'registry',
  hostname: isServiceEvent(entry.event) ? entry.event.service : '',
});

const words = (type: string): readonly string[] => (type.match(/[A-Z][a-z]*/g) ?? []).map((word) => word.toLowerCase());

const snakeCase = (type: string): string => words(type).join('_');

/** What happened, and to what; no values of settings, which may be secret. */
const writeSentence = ({ event }: LogEntry): string => {
  const what = words(event.type).join(' ');
  const sentence = what.charAt(0).toUpperCase() + what.slice(1);
  const name = nameIn(event);
  return name === undefined ? sentence : `${sentence}: ${name}`;
};

const nameIn = (event: LogEntry['event']): string | undefined => {
  switch (event.type) {
    case 'ServiceCreated':
      return `${event.serviceType} ${event.plan.name} in ${event.cloud}`;
    case 'ServiceForked':
      return `from ${event.source.sourceProject}/${event.source.sourceService} at ${toRfc3339(event.source.recoveryPoint)}`;
    case 'ServiceDataRestored':
      return event.backupName ?? 'nothing, for it had no backup';
    case 'ServiceRemoved':
      return `at ${toRfc3339(event.removedAt)}, after 180 days powered off`;
    case 'ServicePlanChanged':
      return event.plan.name;
    case 'ServiceCloudMigrated':
      return event.cloud;
    case 'ServiceVersionUpgraded':
      return event.version;
    case 'UserConfigChanged':
      return Object.keys(event.changed).join(', ');
    case 'BackupRegionChanged':
      return event.cloud ?? 'none';
    case 'ServiceOwnerChanged':
      return `${event.owner === null ? 'nobody' : labelText(event.owner.label)}${event.by === null ? '' : `, by ${event.by}`}`;
    case 'DatabaseCreated':
    case 'DatabaseDeleted':
      return event.database;
    case 'UserCreated':
    case 'UserDeleted':
    case 'UserPasswordReset':
      return event.username;
    case 'PoolCreated':
    case 'PoolChanged':
      return event.pool.pool;
    case 'RolesReplaced':
      return `${event.roles.roles.length} roles, ${grantNames(event.roles).length} grants`;
    case 'PoolDeleted':
      return event.pool;
    case 'IntegrationCreated':
    case 'IntegrationChanged':
    case 'IntegrationDeleted':
      return event.integration.integrationType;
    case 'EndpointCreated':
    case 'EndpointChanged':
    case 'EndpointDeleted':
      return event.endpoint.name;
    default:
      return undefined;
  }
};
