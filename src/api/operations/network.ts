import { atLeast, jsonObject, list } from './fields';
import { GET, operation } from './operation';

/** Operations on networks. */
export const networkOperations = {
  VpcList: operation({
    ...GET,
    path: '/v1/project/{project}/vpcs',
    needs: 'read',
    summary: 'Lists the VPCs of a project: none, they are not simulated.',
    answer: () => atLeast({ vpcs: list(jsonObject) }),
  }),

  StaticIPList: operation({
    ...GET,
    path: '/v1/project/{project}/static-ips',
    needs: 'read',
    summary: 'Lists the static addresses of a project: none, they are not simulated.',
    answer: () => atLeast({ static_ips: list(jsonObject) }),
  }),
};
