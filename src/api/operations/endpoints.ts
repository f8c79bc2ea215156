import * as z from 'zod/mini';
import { jsonObject, text } from './fields';
import { operation } from './operation';

const collection = '/v1/project/{project}/integration_endpoint';
const one = '/v1/project/{project}/integration_endpoint/{endpoint}';

export const endpointTypeList = operation({
  id: 'ServiceIntegrationEndpointTypes',
  method: 'GET',
  path: '/v1/project/{project}/integration_endpoint_types',
  needs: 'read',
  summary: 'Lists the types of integration endpoints.',
});

export const endpointList = operation({
  id: 'ServiceIntegrationEndpointList',
  method: 'GET',
  path: collection,
  needs: 'read',
  summary: 'Lists the integration endpoints of a project, by name.',
});

export const endpointCreate = operation({
  id: 'ServiceIntegrationEndpointCreate',
  method: 'POST',
  path: collection,
  needs: 'write',
  summary: 'Makes an integration endpoint; secrets in its settings are kept as hashes and never shown.',
  body: () => z.strictObject({ endpoint_name: text, endpoint_type: text, user_config: jsonObject }),
});

export const endpointGet = operation({
  id: 'ServiceIntegrationEndpointGet',
  method: 'GET',
  path: one,
  needs: 'read',
  summary: 'Gives one integration endpoint.',
});

export const endpointUpdate = operation({
  id: 'ServiceIntegrationEndpointUpdate',
  method: 'PUT',
  path: one,
  needs: 'write',
  summary: 'Replaces the settings of an integration endpoint.',
  body: () => z.strictObject({ user_config: jsonObject }),
});

export const endpointDelete = operation({
  id: 'ServiceIntegrationEndpointDelete',
  method: 'DELETE',
  path: one,
  needs: 'write',
  summary: 'Deletes an integration endpoint that no integration uses.',
});

/** Operations on integration endpoints. */
export const endpointOperations = [
  endpointTypeList,
  endpointList,
  endpointCreate,
  endpointGet,
  endpointUpdate,
  endpointDelete,
] as const;
