import { operation } from './operation';

export const vpcList = operation({
  id: 'VpcList',
  method: 'GET',
  path: '/v1/project/{project}/vpcs',
  needs: 'read',
  summary: 'Lists the VPCs of a project: none, they are not simulated.',
});

export const staticIpList = operation({
  id: 'StaticIPList',
  method: 'GET',
  path: '/v1/project/{project}/static-ips',
  needs: 'read',
  summary: 'Lists the static addresses of a project: none, they are not simulated.',
});

/** Operations on networks. */
export const networkOperations = [vpcList, staticIpList] as const;
