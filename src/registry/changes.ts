import type { ServiceId } from '../domain';
import { isServiceEvent } from './events';
import type { EventEnvelope, IntegrationEnd } from './events';
import type { Changes } from './lives';
import type { StoreReader } from './store/event-store';

/** Events that are looked at for one service that is told of. */
const eventsPerService = 10;

/** What was written since a version; of more than `limit` services nothing in particular is told. */
export const changesSince = (reader: StoreReader, since: number, limit: number): Changes => {
  const [first] = reader.allEvents(0, 1);
  const version = reader.eventCount();
  const founding =
    first?.envelope.event.type === 'RegistryInitialized' ? (first.envelope.event.id ?? 'first') : 'first';
  const none = { version, founding, everything: false, services: [], projects: [] };
  if (since === version) return none;
  const most = limit * eventsPerService;
  const events =
    since > version || version - since > most ? [] : reader.allEvents(since, most).map(({ envelope }) => envelope);
  const services = new Map(events.flatMap(touched).map((id) => [`${id.project}/${id.service}`, id] as const));
  if (events.length === 0 || services.size > limit || events.some(isAboutAll)) return { ...none, everything: true };
  const projects = events.flatMap(({ event }) => (event.type === 'ProjectCreated' ? [event.project] : []));
  return { ...none, services: [...services.values()], projects };
};

/** Tokens and organizations are shown with no service. */
const isAboutAll = ({ event }: EventEnvelope): boolean =>
  !('project' in event) && !['TokenCreated', 'TokenRevoked', 'OrganizationCreated'].includes(event.type);

const touched = ({ event }: EventEnvelope): readonly ServiceId[] => {
  if (isServiceEvent(event)) return [{ project: event.project, service: event.service }];
  if (!('integration' in event)) return [];
  return [event.integration.source, event.integration.destination].flatMap(endService);
};

const endService = (end: IntegrationEnd): readonly ServiceId[] =>
  end.kind === 'service' ? [{ project: end.project, service: end.service }] : [];
