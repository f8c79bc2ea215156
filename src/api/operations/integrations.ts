import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, list, maybeText, nullableText, text } from './fields';
import { DELETE, GET, POST, PUT, operation } from './operation';

/** An integration asked for, alone or with a new service. */
export const IntegrationFields = once(() =>
  z.strictObject({
    integration_type: text,
    source_project: maybeText,
    source_service: maybeText,
    source_endpoint_id: maybeText,
    dest_project: maybeText,
    dest_service: maybeText,
    dest_endpoint_id: maybeText,
    user_config: z.exactOptional(z.nullable(jsonObject)),
  }),
);

/** Body of ServiceIntegrationCreate. */
export type IntegrationCreateBody = z.infer<ReturnType<typeof IntegrationFields>>;

const one = '/v1/project/{project}/integration/{integration}';

const integration = once(() =>
  atLeast({
    service_integration_id: z.string(),
    integration_type: z.string(),
    source_project: nullableText,
    source_service: nullableText,
    dest_project: nullableText,
    dest_service: nullableText,
    enabled: z.boolean(),
    active: z.boolean(),
    /** An end that is an endpoint outside; its service is null then. */
    source_endpoint_id: z.exactOptional(nullableText),
    dest_endpoint_id: z.exactOptional(nullableText),
    /** For a read token secrets are `<redacted>`. */
    user_config: z.exactOptional(jsonObject),
  }),
);

/** An integration of two services, or of a service and an endpoint. */
export type IntegrationBody = z.infer<ReturnType<typeof integration>>;

const oneIntegration = once(() => atLeast({ service_integration: integration() }));

/** Operations on integrations. */
export const integrationOperations = {
  ServiceIntegrationCreate: operation({
    ...POST('/v1/project/{project}/integration'),
    summary: 'Makes an integration of two services, or of a service and an endpoint.',
    body: IntegrationFields,
    answer: oneIntegration,
    refuses: [
      'endpoint_not_found',
      'fork_type_mismatch',
      'integration_already_exists',
      'integration_type_unknown',
      'operation_not_simulated',
      'service_not_found',
    ],
  }),

  ServiceIntegrationGet: operation({
    ...GET(one),
    summary: 'Gives one integration.',
    answer: oneIntegration,
  }),

  ServiceIntegrationUpdate: operation({
    ...PUT(one),
    summary: 'Replaces the settings of an integration.',
    body: () => z.strictObject({ user_config: jsonObject }),
    answer: oneIntegration,
  }),

  ServiceIntegrationTypes: operation({
    ...GET('/v1/project/{project}/integration_types'),
    summary: 'Lists the types of integrations with the schema of their settings.',
    answer: () => atLeast({ integration_types: list(atLeast({ integration_type: z.string() })) }),
  }),

  ServiceIntegrationDelete: operation({
    ...DELETE(one),
    summary: 'Deletes an integration.',
  }),

  ServiceIntegrationList: operation({
    ...GET('/v1/project/{project}/service/{service}/integration'),
    summary: 'Lists the integrations of a service, at either end.',
    answer: () => atLeast({ service_integrations: list(integration()) }),
  }),
};
