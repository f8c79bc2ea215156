import type { endpointOperations } from '../../../api';
import { endpointTypes } from '../../../domain';
import type { EndpointDetail, Registry } from '../../registry';
import { redactSettings } from '../../secrets';
import type { TokenRecord } from '../../tokens';
import { answered, carryOut, onExecuted, onProject, refused } from '../answer';
import { showsSecrets, unreadSecrets } from '../redaction';
import type { Routes } from '../route';

/** How the registry answers operations on integration endpoints. */
export const endpointRoutes: Routes<typeof endpointOperations> = {
  ServiceIntegrationEndpointTypes: (registry, { at }) =>
    onProject(registry, at.project, () => {
      const services = [...registry.catalogue().serviceTypes.values()].filter((type) => !type.legacy);
      const service_types = services.map((type) => type.name);
      return answered({
        endpoint_types: endpointTypes.map(({ name, title, required }) => ({
          endpoint_type: name,
          title,
          service_types,
          user_config_schema: {
            type: 'object',
            title: `${title} settings`,
            additionalProperties: true,
            required: [...required],
            properties: Object.fromEntries(required.map((field) => [field, { title: field, type: 'string' }])),
          },
        })),
      });
    }),

  ServiceIntegrationEndpointList: (registry, { at, ...asked }) =>
    onProject(registry, at.project, () =>
      answered({
        service_integration_endpoints: registry.endpoints(at.project).map((one) => endpointBody(one, asked)),
      }),
    ),

  ServiceIntegrationEndpointCreate: (registry, { at, body, ...asked }) =>
    onExecuted(
      registry,
      {
        type: 'CreateEndpoint',
        project: at.project,
        name: body.endpoint_name,
        endpointType: body.endpoint_type,
        userConfig: body.user_config,
      },
      ({ id }) => oneEndpoint(registry, at.project, id ?? '', asked),
    ),

  ServiceIntegrationEndpointGet: (registry, { at, ...asked }) => oneEndpoint(registry, at.project, at.endpoint, asked),

  ServiceIntegrationEndpointUpdate: (registry, { at, body, ...asked }) =>
    onExecuted(
      registry,
      {
        type: 'UpdateEndpoint',
        project: at.project,
        endpointId: at.endpoint,
        userConfig: body.user_config,
      },
      () => oneEndpoint(registry, at.project, at.endpoint, asked),
    ),

  ServiceIntegrationEndpointDelete: (registry, { at }) =>
    carryOut(registry, { type: 'DeleteEndpoint', project: at.project, endpointId: at.endpoint }, 'deleted'),
};

/** What is asked of secrets, and by whom. A read token gets them redacted, whatever it asks. */
interface Asked {
  readonly query: { readonly include_secrets?: string | undefined } | null;
  readonly holder?: TokenRecord | undefined;
}

const oneEndpoint = (registry: Registry, project: string, id: string, asked: Asked) =>
  onProject(registry, project, () => {
    const found = registry.endpoints(project).find((endpoint) => endpoint.id === id);
    return found === undefined
      ? refused('endpoint_not_found', `Project ${project} has no integration endpoint ${id}`)
      : answered({ service_integration_endpoint: endpointBody(found, asked) });
  });

const endpointBody = ({ id, name, endpointType, settings }: EndpointDetail, { query, holder }: Asked) => {
  const shows = showsSecrets({ query: query ?? {}, holder });
  const shown = shows ? settings : redactSettings({ kind: 'endpoint', type: endpointType }, settings);
  return {
    endpoint_id: id,
    endpoint_name: name,
    endpoint_type: endpointType,
    endpoint_config: shown.whole,
    user_config: shown.whole,
    ...(Object.keys(shown.unread).length === 0 ? {} : { forkcast: unreadSecrets(shown) }),
  };
};
