import type { IntegrationCreateBody, ServiceBody } from '../api';
import { isJsonObject, type JsonObject, type JsonValue, type ServiceResource } from '../domain';

/** Declared integrations that a live service does not have. Those that it has beyond them were made by others and stay. */
export const missingIntegrations = (resource: ServiceResource, actual: ServiceBody): readonly JsonObject[] => {
  const own = resource.service_name;
  const keyOf = (integration: JsonObject): string =>
    JSON.stringify([
      textOf(integration.integration_type),
      textOf(integration.source_service) ?? own,
      textOf(integration.dest_service) ?? own,
    ]);
  const present = new Set(actual.service_integrations.map(keyOf));
  return (resource.service_integrations ?? []).filter((integration) => !present.has(keyOf(integration)));
};

/** The request that adds a declared integration: the end that it does not name is the service itself. */
export const integrationBodyOf = (integration: JsonObject, service: string): IntegrationCreateBody => {
  const { source_project, source_endpoint_id, dest_project, dest_endpoint_id, user_config } = integration;
  return {
    integration_type: textOf(integration.integration_type) ?? '',
    source_project: textOf(source_project),
    source_service: textOf(integration.source_service) ?? (source_endpoint_id ? null : service),
    source_endpoint_id: textOf(source_endpoint_id),
    dest_project: textOf(dest_project),
    dest_service: textOf(integration.dest_service) ?? (dest_endpoint_id ? null : service),
    dest_endpoint_id: textOf(dest_endpoint_id),
    ...(isJsonObject(user_config) ? { user_config } : {}),
  };
};

const textOf = (value: JsonValue | undefined): string | null => (typeof value === 'string' ? value : null);
