import { operation } from './operation';

export const cloudList = operation({
  id: 'ListClouds',
  method: 'GET',
  path: '/v1/clouds',
  needs: 'none',
  summary: 'Lists the clouds on sale.',
});

export const projectCloudList = operation({
  id: 'ListProjectClouds',
  method: 'GET',
  path: '/v1/project/{project}/clouds',
  needs: 'read',
  summary: 'Lists the clouds that a project can use.',
});

export const publicTypeList = operation({
  id: 'ListPublicServiceTypes',
  method: 'GET',
  path: '/v1/service_types',
  needs: 'none',
  summary: 'Lists the service types with their plans.',
});

export const projectTypeList = operation({
  id: 'ListProjectServiceTypes',
  method: 'GET',
  path: '/v1/project/{project}/service_types',
  needs: 'read',
  summary: 'Lists the service types with their plans, as a project sees them.',
});

export const typeList = operation({
  id: 'ProjectServiceTypesList',
  method: 'GET',
  path: '/v1/project/{project}/service-types',
  needs: 'read',
  summary: 'Lists the service types without their plans.',
});

export const typeGet = operation({
  id: 'ProjectServiceTypesGet',
  method: 'GET',
  path: '/v1/project/{project}/service-types/{type}',
  needs: 'read',
  summary: 'Gives one service type with the schema of its user_config.',
});

export const planList = operation({
  id: 'ProjectServicePlanList',
  method: 'GET',
  path: '/v1/project/{project}/service-types/{type}/plans',
  needs: 'read',
  summary: 'Lists the plans of a service type.',
});

export const planSpecsGet = operation({
  id: 'ProjectServicePlanSpecsGet',
  method: 'GET',
  path: '/v1/project/{project}/service-types/{type}/plans/{plan}',
  needs: 'read',
  summary: 'Gives the size and backup policy of one plan.',
});

export const planPriceGet = operation({
  id: 'ProjectServicePlanPriceGet',
  method: 'GET',
  path: '/v1/project/{project}/pricing/service-types/{type}/plans/{plan}/clouds/{cloud}',
  needs: 'read',
  basis: 'schema',
  summary: 'Gives the hourly list price of a plan in a cloud.',
});

export const versionList = operation({
  id: 'ListServiceVersions',
  method: 'GET',
  path: '/v1/service_versions',
  needs: 'none',
  summary: 'Lists the versions of every service type.',
});

export const accountVersionList = operation({
  id: 'AccountServiceVersions',
  method: 'GET',
  path: '/v1/account/{account}/service_versions',
  needs: 'read',
  basis: 'schema',
  summary: 'Lists the versions of every service type, as an organization sees them.',
});

/** Operations on what is on sale. */
export const catalogueOperations = [
  cloudList,
  projectCloudList,
  publicTypeList,
  projectTypeList,
  typeList,
  typeGet,
  planList,
  planSpecsGet,
  planPriceGet,
  versionList,
  accountVersionList,
] as const;
