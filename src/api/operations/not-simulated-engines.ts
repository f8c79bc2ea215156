import { unsimulated, type UnsimulatedOperation } from './unsimulated-operation';

/** What the vendor offers of engines and networks of services: queries, jobs, private links. */
export const unsimulatedEngineOperations: readonly UnsimulatedOperation[] = unsimulated([
  ['ServiceClickHouseCurrentQueries', 'GET', '/v1/project/{project}/service/{service}/clickhouse/query'],
  ['ServiceClickHouseQueryStats', 'GET', '/v1/project/{project}/service/{service}/clickhouse/query/stats'],
  [
    'ServiceClickHouseTieredStorageSummary',
    'GET',
    '/v1/project/{project}/service/{service}/clickhouse/tiered-storage/summary',
  ],
  ['ServiceFlinkOverview', 'GET', '/v1/project/{project}/service/{service}/flink/overview'],
  [
    'ServiceFlinkDeleteApplication',
    'DELETE',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}',
  ],
  ['ServiceFlinkGetApplication', 'GET', '/v1/project/{project}/service/{service}/flink/application/{application_id}'],
  [
    'ServiceFlinkUpdateApplication',
    'PUT',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}',
  ],
  [
    'ServiceFlinkCancelApplicationDeployment',
    'POST',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/deployment/{deployment_id}/cancel',
  ],
  [
    'ServiceFlinkCreateApplicationDeployment',
    'POST',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/deployment',
  ],
  [
    'ServiceFlinkDeleteApplicationDeployment',
    'DELETE',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/deployment/{deployment_id}',
  ],
  [
    'ServiceFlinkGetApplicationDeployment',
    'GET',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/deployment/{deployment_id}',
  ],
  [
    'ServiceFlinkListApplicationDeployments',
    'GET',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/deployment',
  ],
  [
    'ServiceFlinkStopApplicationDeployment',
    'POST',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/deployment/{deployment_id}/stop',
  ],
  [
    'ServiceFlinkCreateApplicationVersion',
    'POST',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/version',
  ],
  [
    'ServiceFlinkDeleteApplicationVersion',
    'DELETE',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/version/{application_version_id}',
  ],
  [
    'ServiceFlinkGetApplicationVersion',
    'GET',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/version/{application_version_id}',
  ],
  [
    'ServiceFlinkValidateApplicationVersion',
    'POST',
    '/v1/project/{project}/service/{service}/flink/application/{application_id}/version/validate',
  ],
  ['ServiceFlinkCreateJarApplication', 'POST', '/v1/project/{project}/service/{service}/flink/jar_application'],
  [
    'ServiceFlinkDeleteJarApplication',
    'DELETE',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}',
  ],
  [
    'ServiceFlinkGetJarApplication',
    'GET',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}',
  ],
  ['ServiceFlinkListJarApplications', 'GET', '/v1/project/{project}/service/{service}/flink/jar_application'],
  [
    'ServiceFlinkUpdateJarApplication',
    'PUT',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}',
  ],
  [
    'ServiceFlinkCancelJarApplicationDeployment',
    'POST',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/deployment/{deployment_id}/cancel',
  ],
  [
    'ServiceFlinkCreateJarApplicationDeployment',
    'POST',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/deployment',
  ],
  [
    'ServiceFlinkDeleteJarApplicationDeployment',
    'DELETE',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/deployment/{deployment_id}',
  ],
  [
    'ServiceFlinkGetJarApplicationDeployment',
    'GET',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/deployment/{deployment_id}',
  ],
  [
    'ServiceFlinkListJarApplicationDeployments',
    'GET',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/deployment',
  ],
  [
    'ServiceFlinkStopJarApplicationDeployment',
    'POST',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/deployment/{deployment_id}/stop',
  ],
  [
    'ServiceFlinkCreateJarApplicationVersion',
    'POST',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/version',
  ],
  [
    'ServiceFlinkDeleteJarApplicationVersion',
    'DELETE',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/version/{application_version_id}',
  ],
  [
    'ServiceFlinkGetJarApplicationVersion',
    'GET',
    '/v1/project/{project}/service/{service}/flink/jar_application/{application_id}/version/{application_version_id}',
  ],
  ['ServiceFlinkJobDetails', 'GET', '/v1/project/{project}/service/{service}/flink/job/{job_id}'],
  ['ServiceFlinkJobsList', 'GET', '/v1/project/{project}/service/{service}/flink/job'],
  ['PgAvailableExtensions', 'GET', '/v1/tenants/{tenant}/pg-available-extensions'],
  ['PublicPrivatelinkAvailabilityList', 'GET', '/v1/tenants/{tenant}/privatelink-availability'],
  ['ServicePrivatelinkAWSConnectionList', 'GET', '/v1/project/{project}/service/{service}/privatelink/aws/connections'],
  ['ServicePrivatelinkAWSDelete', 'DELETE', '/v1/project/{project}/service/{service}/privatelink/aws'],
  ['ServicePrivatelinkAWSUpdate', 'PUT', '/v1/project/{project}/service/{service}/privatelink/aws'],
  [
    'ServicePrivatelinkAzureConnectionApproval',
    'POST',
    '/v1/project/{project}/service/{service}/privatelink/azure/connections/{privatelink_connection_id}/approve',
  ],
  [
    'ServicePrivatelinkAzureConnectionList',
    'GET',
    '/v1/project/{project}/service/{service}/privatelink/azure/connections',
  ],
  [
    'ServicePrivatelinkAzureConnectionUpdate',
    'PUT',
    '/v1/project/{project}/service/{service}/privatelink/azure/connections/{privatelink_connection_id}',
  ],
  ['ServicePrivatelinkAzureDelete', 'DELETE', '/v1/project/{project}/service/{service}/privatelink/azure'],
  ['ServicePrivatelinkAzureUpdate', 'PUT', '/v1/project/{project}/service/{service}/privatelink/azure'],
  [
    'ServicePrivatelinkGoogleConnectionCreate',
    'POST',
    '/v1/project/{project}/service/{service}/privatelink/google/connections/{privatelink_connection_id}/approve',
  ],
  [
    'ServicePrivatelinkGoogleConnectionList',
    'GET',
    '/v1/project/{project}/service/{service}/privatelink/google/connections',
  ],
  ['ServicePrivatelinkGoogleCreate', 'POST', '/v1/project/{project}/service/{service}/privatelink/google'],
  ['ServicePrivatelinkGoogleDelete', 'DELETE', '/v1/project/{project}/service/{service}/privatelink/google'],
  ['ServicePrivatelinkGoogleGet', 'GET', '/v1/project/{project}/service/{service}/privatelink/google'],
  ['ServicePrivatelinkGoogleRefresh', 'POST', '/v1/project/{project}/service/{service}/privatelink/google/refresh'],
  ['ServiceThanosStorageSummary', 'GET', '/v1/project/{project}/service/{service}/thanos/storage/summary'],
]);
