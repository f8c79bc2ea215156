import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, list, text } from './fields';
import { DELETE, GET, POST, PUT, operation } from './operation';
import { secretsQuery } from './service-answer';

const collection = '/v1/project/{project}/integration_endpoint';
const one = '/v1/project/{project}/integration_endpoint/{endpoint}';

const endpoint = once(() => atLeast({ endpoint_id: z.string(), endpoint_name: z.string(), endpoint_type: z.string() }));

export type EndpointBody = z.infer<ReturnType<typeof endpoint>>;

const oneEndpoint = once(() => atLeast({ service_integration_endpoint: endpoint() }));

/** Operations on integration endpoints. */
export const endpointOperations = {
  ServiceIntegrationEndpointTypes: operation({
    ...GET('/v1/project/{project}/integration_endpoint_types'),
    summary: 'Lists the types of integration endpoints.',
    answer: () => atLeast({ endpoint_types: list(atLeast({ endpoint_type: z.string() })) }),
  }),

  ServiceIntegrationEndpointList: operation({
    ...GET(collection),
    summary: 'Lists the integration endpoints of a project, by name. A read token gets secrets as `<redacted>`.',
    answer: () => atLeast({ service_integration_endpoints: list(endpoint()) }),
  }),

  ServiceIntegrationEndpointCreate: operation({
    ...POST(collection),
    summary: 'Makes an integration endpoint; secrets in its settings are kept sealed.',
    body: () => z.strictObject({ endpoint_name: text, endpoint_type: text, user_config: jsonObject }),
    answer: oneEndpoint,
    refuses: ['endpoint_already_exists', 'endpoint_type_unknown', 'name_invalid'],
  }),

  ServiceIntegrationEndpointGet: operation({
    ...GET(one),
    summary:
      'Gives one integration endpoint. A read token gets secrets as `<redacted>`, as `include_secrets=false` does.',
    query: secretsQuery,
    answer: oneEndpoint,
  }),

  ServiceIntegrationEndpointUpdate: operation({
    ...PUT(one),
    summary: 'Replaces the settings of an integration endpoint; a secret that is `<redacted>` stays as it is.',
    body: () => z.strictObject({ user_config: jsonObject }),
    answer: oneEndpoint,
  }),

  ServiceIntegrationEndpointDelete: operation({
    ...DELETE(one),
    summary: 'Deletes an integration endpoint that no integration uses.',
    refuses: ['endpoint_in_use'],
  }),
};
