import type { endpointOperations } from '../../../api';
import { endpointTypes } from '../../../domain';
import type { EndpointRecord } from '../../records';
import type { Registry } from '../../registry';
import { withoutSecrets } from '../../secrets';
import { answered, onAccepted, onProject, refused } from '../answer';
import type { Routes } from '../route';

/** How the registry answers operations on integration endpoints. */
export const endpointRoutes: Routes<typeof endpointOperations> = {
  ServiceIntegrationEndpointTypes: (registry, { part }) =>
    onProject(registry, part('project'), () => {
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

  ServiceIntegrationEndpointList: (registry, { part }) =>
    onProject(registry, part('project'), () =>
      answered({ service_integration_endpoints: registry.endpoints(part('project')).map(endpointBody) }),
    ),

  ServiceIntegrationEndpointCreate: (registry, { part, body }) =>
    onAccepted(
      registry.execute({
        type: 'CreateEndpoint',
        project: part('project'),
        name: body.endpoint_name,
        endpointType: body.endpoint_type,
        userConfig: body.user_config,
      }),
      ({ id }) => oneEndpoint(registry, part('project'), id ?? ''),
    ),

  ServiceIntegrationEndpointGet: (registry, { part }) => oneEndpoint(registry, part('project'), part('endpoint')),

  ServiceIntegrationEndpointUpdate: (registry, { part, body }) =>
    onAccepted(
      registry.execute({
        type: 'UpdateEndpoint',
        project: part('project'),
        endpointId: part('endpoint'),
        userConfig: body.user_config,
      }),
      () => oneEndpoint(registry, part('project'), part('endpoint')),
    ),

  ServiceIntegrationEndpointDelete: (registry, { part }) =>
    onAccepted(
      registry.execute({ type: 'DeleteEndpoint', project: part('project'), endpointId: part('endpoint') }),
      () => answered({ message: 'deleted' }),
    ),
};

const oneEndpoint = (registry: Registry, project: string, id: string) =>
  onProject(registry, project, () => {
    const found = registry.endpoints(project).find((endpoint) => endpoint.id === id);
    return found === undefined
      ? refused('endpoint_not_found', `Project ${project} has no integration endpoint ${id}`)
      : answered({ service_integration_endpoint: endpointBody(found) });
  });

const endpointBody = ({ id, name, endpointType, userConfig }: EndpointRecord) => {
  const shown = withoutSecrets({ kind: 'endpoint', type: endpointType }, userConfig);
  return {
    endpoint_id: id,
    endpoint_name: name,
    endpoint_type: endpointType,
    endpoint_config: shown,
    user_config: shown,
  };
};
