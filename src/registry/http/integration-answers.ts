import type { AnswerOf, Contract, IntegrationCreateBody } from '../../api';
import type { Registry, ServiceDetail } from '../registry';
import { answered, onAccepted, refused, type Reply } from './answer';
import { integrationBody } from './integration-body';
import { integrationSpec } from './integration-spec';
import { missingEndpoint } from './missing-endpoint';

type OneIntegration = AnswerOf<Contract['ServiceIntegrationGet']>;

/** Makes an integration. The body has the shape of the contract. */
export const createIntegration = (
  registry: Registry,
  project: string,
  body: IntegrationCreateBody,
): Reply<OneIntegration> => {
  const missing = missingEndpoint(registry, project, [body]);
  if (missing !== undefined) return missing;
  const outcome = registry.execute({ type: 'CreateIntegration', project, integration: integrationSpec(body) });
  return onAccepted(outcome, ({ id }) => oneIntegration(registry, project, id ?? ''));
};

/** A live integration as an answer. */
export const oneIntegration = (
  registry: Registry,
  project: string,
  id: string,
  show = (detail: ServiceDetail) => detail,
): Reply<OneIntegration> => {
  const record = registry.integration(id);
  for (const end of record === undefined ? [] : [record.source, record.destination]) {
    const detail = end.kind === 'service' && end.project === project ? registry.findService(end) : undefined;
    const found = detail?.facts.integrations.find((integration) => integration.id === id);
    if (detail && found) return answered({ service_integration: integrationBody(show(detail), found) });
  }
  return refused('integration_not_found', `Project ${project} has no integration ${id}`);
};
