import {
  integrationCreate,
  integrationDelete,
  integrationGet,
  integrationList,
  integrationTypeList,
  integrationUpdate,
  type ApiResponse,
} from '../../../api';
import type { Registry } from '../../registry';
import { answered, onAccepted, onProject, onService, refused } from '../answer';
import { integrationBody } from '../integration-body';
import { integrationTypeBodies } from '../integration-type-bodies';
import { missingEndpoint } from '../missing-endpoint';
import { route } from '../route';
import { integrationSpec } from './integration-spec';

/** How the registry answers operations on integrations. */
export const integrationRoutes = [
  route(integrationCreate, (registry, { parameters: { project }, body }) => {
    const missing = missingEndpoint(registry, project, [body]);
    if (missing !== undefined) return missing;
    const outcome = registry.execute({ type: 'CreateIntegration', project, integration: integrationSpec(body) });
    return onAccepted(outcome, ({ id }) => oneIntegration(registry, project, id ?? ''));
  }),

  route(integrationGet, (registry, { parameters: { project, integration } }) =>
    onProject(registry, project, () => oneIntegration(registry, project, integration)),
  ),

  route(integrationUpdate, (registry, { parameters: { project, integration }, body }) =>
    onAccepted(
      registry.execute({
        type: 'UpdateIntegration',
        project,
        integrationId: integration,
        userConfig: body.user_config,
      }),
      () => oneIntegration(registry, project, integration),
    ),
  ),

  route(integrationTypeList, (registry, { parameters: { project } }) =>
    onProject(registry, project, () => answered({ integration_types: integrationTypeBodies(registry.catalogue()) })),
  ),

  route(integrationDelete, (registry, { parameters: { project, integration } }) =>
    onAccepted(registry.execute({ type: 'DeleteIntegration', project, integrationId: integration }), () =>
      answered({ message: 'deleted' }),
    ),
  ),

  route(integrationList, (registry, { parameters }) =>
    onService(registry, parameters, (detail) =>
      answered({ service_integrations: detail.integrations.map((one) => integrationBody(detail, one)) }),
    ),
  ),
];

const oneIntegration = (registry: Registry, project: string, id: string): ApiResponse => {
  for (const detail of registry.services(project) ?? []) {
    const found = detail.integrations.find((integration) => integration.id === id);
    if (found !== undefined) return answered({ service_integration: integrationBody(detail, found) });
  }
  return refused('integration_not_found', `Project ${project} has no integration ${id}`);
};
