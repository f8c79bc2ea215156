import * as z from 'zod/mini';
import { once } from '../../domain';
import { jsonObject, maybeText, text } from './fields';
import { operation } from './operation';

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
    user_config: z.optional(z.nullable(jsonObject)),
  }),
);

/** An integration asked for, parsed. */
export type IntegrationFieldsBody = z.infer<ReturnType<typeof IntegrationFields>>;

const one = '/v1/project/{project}/integration/{integration}';

export const integrationCreate = operation({
  id: 'ServiceIntegrationCreate',
  method: 'POST',
  path: '/v1/project/{project}/integration',
  needs: 'write',
  summary: 'Makes an integration of two services, or of a service and an endpoint.',
  body: IntegrationFields,
});

export const integrationGet = operation({
  id: 'ServiceIntegrationGet',
  method: 'GET',
  path: one,
  needs: 'read',
  summary: 'Gives one integration.',
});

export const integrationUpdate = operation({
  id: 'ServiceIntegrationUpdate',
  method: 'PUT',
  path: one,
  needs: 'write',
  summary: 'Replaces the settings of an integration.',
  body: () => z.strictObject({ user_config: jsonObject }),
});

export const integrationTypeList = operation({
  id: 'ServiceIntegrationTypes',
  method: 'GET',
  path: '/v1/project/{project}/integration_types',
  needs: 'read',
  summary: 'Lists the types of integrations with the schema of their settings.',
});

export const integrationDelete = operation({
  id: 'ServiceIntegrationDelete',
  method: 'DELETE',
  path: one,
  needs: 'write',
  summary: 'Deletes an integration.',
});

export const integrationList = operation({
  id: 'ServiceIntegrationList',
  method: 'GET',
  path: '/v1/project/{project}/service/{service}/integration',
  needs: 'read',
  summary: 'Lists the integrations of a service, at either end.',
});

/** Operations on integrations. */
export const integrationOperations = [
  integrationCreate,
  integrationGet,
  integrationUpdate,
  integrationDelete,
  integrationList,
  integrationTypeList,
] as const;
