import type { IntegrationFacts } from '../../domain';
import { parseEnd as parsedEnd } from '../reference';
import type { ServiceDetail } from '../registry';
import { noSettings } from './redaction';

/** One end of an integration; service null: an endpoint stands there, whose project and type these are. */
interface End {
  readonly project: string;
  readonly service: string | null;
  readonly endpoint: string | null;
  readonly type: string;
}

/** An integration as the API shows it, seen from one of its services. */
export const integrationBody = (own: ServiceDetail, integration: IntegrationFacts) => {
  const here: End = { project: own.facts.project, service: own.facts.service, endpoint: null, type: own.facts.type };
  const there = readEnd(integration.peer, own.facts.project, own.peerTypes[integration.id] ?? '');
  const [source, destination] = integration.end === 'source' ? [here, there] : [there, here];
  return {
    service_integration_id: integration.id,
    integration_type: integration.type,
    description: `${integration.type} from ${showName(source)} to ${showName(destination)}`,
    source_project: source.project,
    source_service: source.service,
    source_service_type: source.type,
    source_endpoint_id: source.endpoint,
    dest_project: destination.project,
    dest_service: destination.service,
    dest_service_type: destination.type,
    dest_endpoint_id: destination.endpoint,
    enabled: true,
    active: true,
    integration_status: { state: { errors: [], nodes: {}, status: 'running' }, status_user_desc: 'Integration active' },
    user_config: (own.integrationSettings[integration.id] ?? noSettings).whole,
  };
};

const readEnd = (peer: string, own: string, type: string): End => {
  const end = parsedEnd(peer);
  return end.kind === 'endpoint'
    ? { project: own, service: null, endpoint: end.name, type }
    : { project: end.project, service: end.service, endpoint: null, type };
};

const showName = (end: End): string => end.service ?? end.endpoint ?? 'nothing';
