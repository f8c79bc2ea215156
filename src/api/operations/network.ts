import { atLeast, jsonObject, list } from './fields';
import { GET, operation } from './operation';

/** Operations on private networks. */
export const networkOperations = {
  VpcList: operation({
    ...GET('/v1/project/{project}/vpcs'),
    summary: 'Lists the VPCs of a project: none, they are not simulated.',
    answer: () => atLeast({ vpcs: list(jsonObject) }),
  }),
};
