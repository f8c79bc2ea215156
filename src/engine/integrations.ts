import type { IntegrationCreateBody, ServiceBody } from '../api';
import { isJsonObject, type JsonObject, type JsonValue, type ServiceResource } from '../domain';

/** Declared integrations that a live service does not have. Those that it has beyond them were made by others and stay. */
export const missingIntegrations = (resource: ServiceResource, actual: ServiceBody): readonly JsonObject[] => {
  const own = resource.service_name;
  const keyOf = (integration: JsonObject): string =>
    JSON.stringify([
      readText(integration.integration_type),
      readText(integration.source_service) ?? own,
      readText(integration.dest_service) ?? own,
    ]);
  const present = new Set(actual.service_integrations.map(keyOf));
  return (resource.service_integrations ?? []).filter((integration) => !present.has(keyOf(integration)));
};

/** The request that adds a declared integration: the end that it does not name is the service itself. */
export const buildIntegrationBody = (integration: JsonObject, service: string): IntegrationCreateBody => {
  const { source_project, source_endpoint_id, dest_project, dest_endpoint_id, user_config } = integration;
  return {
    integration_type: readText(integration.integration_type) ?? '',
    source_project: readText(source_project),
    source_service: readText(integration.source_service) ?? (source_endpoint_id ? null : service),
    source_endpoint_id: readText(source_endpoint_id),
    dest_project: readText(dest_project),
    dest_service: readText(integration.dest_service) ?? (dest_endpoint_id ? null : service),
    dest_endpoint_id: readText(dest_endpoint_id),
    ...(isJsonObject(user_config) ? { user_config } : {}),
  };
};

/** The services that replicate a live one, by `project/name`: they live on when it ends, and get nothing more. Never throws. */
export const followersOf = (
  { service_name: own, service_integrations: all }: ServiceBody,
  project: string,
): readonly string[] =>
  all
    .filter(({ integration_type: type, source_service }) => isReplicating(type) && source_service === own)
    .flatMap(({ dest_project, dest_service }) =>
      typeof dest_service === 'string' ? [`${readText(dest_project) ?? project}/${dest_service}`] : [],
    );

const isReplicating = (type: JsonValue | undefined): boolean => type === 'read_replica' || type === 'disaster_recovery';

const readText = (value: JsonValue | undefined): string | null => (typeof value === 'string' ? value : null);
