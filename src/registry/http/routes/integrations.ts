import type { integrationOperations } from '../../../api';
import { answered, onAccepted, onProject, onService } from '../answer';
import { createIntegration, oneIntegration } from '../integration-answers';
import { integrationBody } from '../integration-body';
import { integrationTypeBodies } from '../integration-type-bodies';
import { shownTo } from '../redaction';
import type { Routes } from '../route';
import { serviceIn } from '../service-answers';

/** How the registry answers operations on integrations. */
export const integrationRoutes: Routes<typeof integrationOperations> = {
  ServiceIntegrationCreate: (registry, { part, body }) => createIntegration(registry, part('project'), body),

  ServiceIntegrationGet: (registry, { part, holder }) =>
    onProject(registry, part('project'), () =>
      oneIntegration(registry, part('project'), part('integration'), (detail) =>
        shownTo({ query: {}, holder }, detail),
      ),
    ),

  ServiceIntegrationUpdate: (registry, { part, body }) =>
    onAccepted(
      registry.execute({
        type: 'UpdateIntegration',
        project: part('project'),
        integrationId: part('integration'),
        userConfig: body.user_config,
      }),
      () => oneIntegration(registry, part('project'), part('integration')),
    ),

  ServiceIntegrationTypes: (registry, { part }) =>
    onProject(registry, part('project'), () =>
      answered({ integration_types: integrationTypeBodies(registry.catalogue()) }),
    ),

  ServiceIntegrationDelete: (registry, { part }) =>
    onAccepted(
      registry.execute({ type: 'DeleteIntegration', project: part('project'), integrationId: part('integration') }),
      () => answered({ message: 'deleted' }),
    ),

  ServiceIntegrationList: (registry, { part, holder }) =>
    onService(registry, serviceIn(part), (detail) =>
      answered({
        service_integrations: detail.integrations.map((one) =>
          integrationBody(shownTo({ query: {}, holder }, detail), one),
        ),
      }),
    ),
};
