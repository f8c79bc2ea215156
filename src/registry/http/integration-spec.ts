import { given } from '../../domain';
import type { IntegrationCreateBody } from '../../api';
import type { IntegrationSpec } from '../commands';

/** The body of an integration as a command writes it. */
export const integrationSpec = (body: IntegrationCreateBody): IntegrationSpec => ({
  integrationType: body.integration_type,
  ...given({
    sourceProject: body.source_project,
    sourceService: body.source_service,
    sourceEndpoint: body.source_endpoint_id,
    destinationProject: body.dest_project,
    destinationService: body.dest_service,
    destinationEndpoint: body.dest_endpoint_id,
    userConfig: body.user_config,
  }),
});
