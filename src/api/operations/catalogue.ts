import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, list } from './fields';
import { GET, operation } from './operation';

/** The clouds on sale. */
export const clouds = once(() => atLeast({ clouds: list(atLeast({ cloud_name: z.string() })) }));
const types = once(() => atLeast({ service_types: z.record(z.string(), jsonObject) }));
const versions = once(() => atLeast({ service_versions: list(jsonObject) }));

/** Operations on what is on sale. */
export const catalogueOperations = {
  ListClouds: operation({
    ...GET('/v1/clouds'),
    needs: 'none',
    summary: 'Lists the clouds on sale.',
    answer: clouds,
  }),

  ListProjectClouds: operation({
    ...GET('/v1/project/{project}/clouds'),
    summary: 'Lists the clouds that a project can use.',
    answer: clouds,
  }),

  ListPublicServiceTypes: operation({
    ...GET('/v1/service_types'),
    needs: 'none',
    summary: 'Lists the service types with their plans.',
    answer: types,
  }),

  ListProjectServiceTypes: operation({
    ...GET('/v1/project/{project}/service_types'),
    summary: 'Lists the service types with their plans, as a project sees them.',
    answer: types,
  }),

  ProjectServiceTypesList: operation({
    ...GET('/v1/project/{project}/service-types'),
    summary: 'Lists the service types without their plans.',
    answer: types,
  }),

  ProjectServiceTypesGet: operation({
    ...GET('/v1/project/{project}/service-types/{type}'),
    summary: 'Gives one service type with the schema of its user_config.',
    answer: () => jsonObject,
  }),

  ProjectServicePlanList: operation({
    ...GET('/v1/project/{project}/service-types/{type}/plans'),
    summary: 'Lists the plans of a service type.',
    answer: () => atLeast({ service_plans: list(jsonObject) }),
  }),

  ProjectServicePlanSpecsGet: operation({
    ...GET('/v1/project/{project}/service-types/{type}/plans/{plan}'),
    summary: 'Gives the size and backup policy of one plan.',
    answer: () => jsonObject,
  }),

  ProjectServicePlanPriceGet: operation({
    ...GET('/v1/project/{project}/pricing/service-types/{type}/plans/{plan}/clouds/{cloud}'),
    basis: 'schema',
    summary: 'Gives the hourly list price of a plan in a cloud.',
    answer: () => jsonObject,
  }),

  ListServiceVersions: operation({
    ...GET('/v1/service_versions'),
    needs: 'none',
    summary: 'Lists the versions of every service type.',
    answer: versions,
  }),

  AccountServiceVersions: operation({
    ...GET('/v1/account/{account}/service_versions'),
    basis: 'schema',
    summary: 'Lists the versions of every service type, as an organization sees them.',
    answer: versions,
  }),
};
