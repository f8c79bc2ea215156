import type { IntegrationFacts, JsonObject } from '../../domain';
import type { ServiceDetail } from '../registry';
import { withoutSecretFields } from '../secrets';

/** One end of an integration; nulls where an endpoint stands instead of a service. */
interface End {
  readonly project: string | null;
  readonly service: string | null;
  readonly endpoint: string | null;
}

/** An integration as the API shows it, seen from one of its services. */
export const integrationBody = (own: ServiceDetail, integration: IntegrationFacts): JsonObject => {
  const here: End = { project: own.project, service: own.service, endpoint: null };
  const there = endOf(integration.peer);
  const [source, destination] = integration.end === 'source' ? [here, there] : [there, here];
  return {
    service_integration_id: integration.id,
    integration_type: integration.type,
    description: `${integration.type} from ${nameOf(source)} to ${nameOf(destination)}`,
    source_project: source.project,
    source_service: source.service,
    source_endpoint_id: source.endpoint,
    dest_project: destination.project,
    dest_service: destination.service,
    dest_endpoint_id: destination.endpoint,
    enabled: true,
    active: true,
    integration_status: { state: { errors: [], nodes: {}, status: 'running' }, status_user_desc: 'Integration active' },
    user_config: withoutSecretFields(own.integrationSettings[integration.id] ?? {}),
  };
};

const endOf = (peer: string): End => {
  const [project, service] = peer.split('/', 2);
  return project === undefined || service === undefined
    ? { project: null, service: null, endpoint: peer }
    : { project, service, endpoint: null };
};

const nameOf = (end: End): string => end.service ?? end.endpoint ?? 'nothing';
