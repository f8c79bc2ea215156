import { staticIpList, vpcList } from '../../../api';
import { answered, onProject } from '../answer';
import { route } from '../route';

/** How the registry answers operations on networks: there are none. */
export const networkRoutes = [
  route(vpcList, (registry, { parameters: { project } }) => onProject(registry, project, () => answered({ vpcs: [] }))),
  route(staticIpList, (registry, { parameters: { project } }) =>
    onProject(registry, project, () => answered({ static_ips: [] })),
  ),
];
