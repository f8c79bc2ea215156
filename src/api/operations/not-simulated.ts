/** An operation of the vendor that is known here, and not simulated. */
export interface UnsimulatedOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

const inProject = '/v1/project/{project}';
const inService = `${inProject}/service/{service}`;

const listed = (id: string, method: UnsimulatedOperation['method'], path: string): UnsimulatedOperation => ({
  id,
  method,
  path,
});

/** Operations that the vendor's clients call and that this registry refuses by name. @see API reference (read 2026-11-20) */
export const unsimulatedOperations: readonly UnsimulatedOperation[] = [
  listed('UserInfo', 'GET', '/v1/me'),
  listed('UserAuth', 'POST', '/v1/userauth'),
  listed('ListServiceVersions', 'GET', '/v1/service_versions'),
  listed('AccountServiceVersions', 'GET', '/v1/account/{account}/service_versions'),
  listed('VpcList', 'GET', `${inProject}/vpcs`),
  listed('VpcCreate', 'POST', `${inProject}/vpcs`),
  listed('StaticIPList', 'GET', `${inProject}/static-ips`),
  listed('StaticIPCreate', 'POST', `${inProject}/static-ips`),
  listed('ProjectServiceStaticIPAssociate', 'POST', `${inProject}/static-ips/{address}/association`),
  listed('ProjectServiceStaticIPDissociate', 'DELETE', `${inProject}/static-ips/{address}/association`),
  listed('ProjectServicePlanPriceGet', 'GET', `${inProject}/pricing/service-types/{type}/plans/{plan}/clouds/{cloud}`),
  listed('ProjectKmsGetCA', 'GET', `${inProject}/kms/ca`),
  listed('ProjectGetEventLogs', 'GET', `${inProject}/events`),
  listed('ProjectUpdate', 'PUT', inProject),
  listed('ProjectDelete', 'DELETE', inProject),
  listed('ListServiceIntegrationTypes', 'GET', `${inProject}/integration_types`),
  listed('ServiceIntegrationUpdate', 'PUT', `${inProject}/integration/{integration}`),
  listed('ListServiceIntegrationEndpointTypes', 'GET', `${inProject}/integration_endpoint_types`),
  listed('ServiceIntegrationEndpointList', 'GET', `${inProject}/integration_endpoint`),
  listed('ServiceIntegrationEndpointCreate', 'POST', `${inProject}/integration_endpoint`),
  listed('ServiceIntegrationEndpointGet', 'GET', `${inProject}/integration_endpoint/{endpoint}`),
  listed('ServiceIntegrationEndpointUpdate', 'PUT', `${inProject}/integration_endpoint/{endpoint}`),
  listed('ServiceIntegrationEndpointDelete', 'DELETE', `${inProject}/integration_endpoint/{endpoint}`),
  listed('ServiceMetricsFetch', 'POST', `${inService}/metrics`),
  listed('ProjectGetServiceLogs', 'POST', `${inService}/logs`),
  listed('ServiceMaintenanceStart', 'PUT', `${inService}/maintenance/start`),
  listed('ServiceTaskCreate', 'POST', `${inService}/task`),
  listed('ServiceTaskGet', 'GET', `${inService}/task/{task}`),
  listed('ServicePGBouncerUpdate', 'PUT', `${inService}/connection_pool/{pool}`),
];
