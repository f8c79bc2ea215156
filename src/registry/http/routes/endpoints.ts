import {
  endpointCreate,
  endpointDelete,
  endpointGet,
  endpointList,
  endpointTypeList,
  endpointUpdate,
  type ApiResponse,
} from '../../../api';
import type { JsonObject } from '../../../domain';
import { endpointTypes } from '../../endpoint-types';
import type { EndpointRecord } from '../../records';
import type { Registry } from '../../registry';
import { withoutSecretFields } from '../../secrets';
import { answered, onAccepted, onProject, refused } from '../answer';
import { route } from '../route';

/** How the registry answers operations on integration endpoints. */
export const endpointRoutes = [
  route(endpointTypeList, (registry, { parameters: { project } }) =>
    onProject(registry, project, () => {
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
  ),

  route(endpointList, (registry, { parameters: { project } }) =>
    onProject(registry, project, () =>
      answered({ service_integration_endpoints: registry.endpoints(project).map(endpointBody) }),
    ),
  ),

  route(endpointCreate, (registry, { parameters: { project }, body }) =>
    onAccepted(
      registry.execute({
        type: 'CreateEndpoint',
        project,
        name: body.endpoint_name,
        endpointType: body.endpoint_type,
        userConfig: body.user_config,
      }),
      ({ id }) => oneEndpoint(registry, project, id ?? ''),
    ),
  ),

  route(endpointGet, (registry, { parameters: { project, endpoint } }) => oneEndpoint(registry, project, endpoint)),

  route(endpointUpdate, (registry, { parameters: { project, endpoint }, body }) =>
    onAccepted(
      registry.execute({ type: 'UpdateEndpoint', project, endpointId: endpoint, userConfig: body.user_config }),
      () => oneEndpoint(registry, project, endpoint),
    ),
  ),

  route(endpointDelete, (registry, { parameters: { project, endpoint } }) =>
    onAccepted(registry.execute({ type: 'DeleteEndpoint', project, endpointId: endpoint }), () =>
      answered({ message: 'deleted' }),
    ),
  ),
];

const oneEndpoint = (registry: Registry, project: string, id: string): ApiResponse =>
  onProject(registry, project, () => {
    const found = registry.endpoints(project).find((endpoint) => endpoint.id === id);
    return found === undefined
      ? refused('endpoint_not_found', `Project ${project} has no integration endpoint ${id}`)
      : answered({ service_integration_endpoint: endpointBody(found) });
  });

const endpointBody = ({ id, name, endpointType, userConfig }: EndpointRecord): JsonObject => {
  const shown = withoutSecretFields(userConfig);
  return {
    endpoint_id: id,
    endpoint_name: name,
    endpoint_type: endpointType,
    endpoint_config: shown,
    user_config: shown,
  };
};
