import type { integrationOperations } from '../../../api';
import { answered, carryOut, onExecuted, onProject, onService } from '../answer';
import { createIntegration, oneIntegration } from '../integration-answers';
import { integrationBody } from '../integration-body';
import { integrationTypeBodies } from '../integration-type-bodies';
import { shownTo } from '../redaction';
import type { Routes } from '../route';

/** How the registry answers operations on integrations. */
export const integrationRoutes: Routes<typeof integrationOperations> = {
  ServiceIntegrationCreate: (registry, { at, body }) => createIntegration(registry, at.project, body),

  ServiceIntegrationGet: (registry, { at, holder }) =>
    onProject(registry, at.project, () =>
      oneIntegration(registry, at.project, at.integration, (detail) => shownTo({ query: {}, holder }, detail)),
    ),

  ServiceIntegrationUpdate: (registry, { at, body }) =>
    onExecuted(
      registry,
      {
        type: 'UpdateIntegration',
        project: at.project,
        integrationId: at.integration,
        userConfig: body.user_config,
      },
      () => oneIntegration(registry, at.project, at.integration),
    ),

  ServiceIntegrationTypes: (registry, { at }) =>
    onProject(registry, at.project, () => answered({ integration_types: integrationTypeBodies(registry.catalogue()) })),

  ServiceIntegrationDelete: (registry, { at }) =>
    carryOut(registry, { type: 'DeleteIntegration', project: at.project, integrationId: at.integration }, 'deleted'),

  ServiceIntegrationList: (registry, { at, holder }) =>
    onService(registry, at, (detail) =>
      answered({
        service_integrations: detail.facts.integrations.map((one) =>
          integrationBody(shownTo({ query: {}, holder }, detail), one),
        ),
      }),
    ),
};
