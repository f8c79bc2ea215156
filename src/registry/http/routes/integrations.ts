import {
  integrationCreate,
  integrationDelete,
  integrationGet,
  integrationList,
  integrationTypeList,
  integrationUpdate,
} from '../../../api';
import { answered, onAccepted, onProject, onService } from '../answer';
import { createIntegration, oneIntegration } from '../integration-answers';
import { integrationBody } from '../integration-body';
import { integrationTypeBodies } from '../integration-type-bodies';
import { route } from '../route';

/** How the registry answers operations on integrations. */
export const integrationRoutes = [
  route(integrationCreate, (registry, { parameters: { project }, body }) => createIntegration(registry, project, body)),

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
