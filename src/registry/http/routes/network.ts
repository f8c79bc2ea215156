import type { networkOperations } from '../../../api';
import { answered, onProject } from '../answer';
import type { Routes } from '../route';

/** How the registry answers operations on private networks: there are none. */
export const networkRoutes: Routes<typeof networkOperations> = {
  VpcList: (registry, { at }) => onProject(registry, at.project, () => answered({ vpcs: [] })),
};
