import type { OriginBody, ServiceCreateBody } from '../api';
import type { ServiceResource } from '../domain';
import { computeFingerprint } from './fingerprint';
import { fetchSystemValues } from './latest-transaction';
import { type Claim, writeOwner } from './ownership';
import type { EnginePorts } from './ports';
import { withSecrets } from './secrets';

/** Who makes the service, and from which request: kept with it. */
export const buildOrigin = (resource: ServiceResource): OriginBody => ({
  stack: resource.stack,
  path: resource.path,
  fingerprint: computeFingerprint(resource),
  latest_transaction: resource.latest_transaction ?? false,
});

/** The create request of a declared service, with its owner, its secrets, and with what the control plane is to decide. */
export const buildCreateBody = async (
  ports: EnginePorts,
  resource: ServiceResource,
  claim: Claim | undefined,
): Promise<ServiceCreateBody> => {
  const settings = withSecrets(ports, resource);
  const system = await fetchSystemValues(ports, resource);
  return {
    service_name: resource.service_name,
    service_type: resource.service_type,
    ...system.place,
    ...(resource.plan === undefined ? {} : { plan: resource.plan }),
    ...(resource.cloud_name === undefined ? {} : { cloud: resource.cloud_name }),
    ...(resource.disk_space_mb === undefined ? {} : { disk_space_mb: resource.disk_space_mb }),
    user_config: { ...settings, ...system.settings },
    termination_protection: resource.termination_protection ?? false,
    tags: resource.tags ?? {},
    ...(resource.project_vpc_id === undefined ? {} : { project_vpc_id: resource.project_vpc_id }),
    ...(resource.static_ips === undefined ? {} : { static_ips: resource.static_ips }),
    ...(resource.service_integrations === undefined ? {} : { service_integrations: resource.service_integrations }),
    forkcast: {
      origin: buildOrigin(resource),
      ...(resource.from === undefined ? {} : { from: resource.from }),
      ...(claim === undefined ? {} : { owner: { ...writeOwner(claim.owner), making: claim.making } }),
      ...system.extension,
    },
  };
};
