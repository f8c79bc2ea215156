import { RequestRefusedError, type OriginBody, type ServiceCreateBody } from '../api';
import { type ServiceResource, toRfc3339 } from '../domain';
import { fingerprintOf } from './fingerprint';
import { type Claim, ownerBodyOf } from './ownership';
import type { EnginePorts } from './ports';
import { withSecrets } from './secrets';

/** Who makes the service, and from which request: kept with it. */
export const originOf = (resource: ServiceResource): OriginBody => ({
  stack: resource.stack,
  path: resource.path,
  fingerprint: fingerprintOf(resource),
  latest_transaction: resource.latest_transaction ?? false,
});

/** The create request of a declared service, with its owner, its secrets, and the newest transaction as the registry's now. */
export const createBodyOf = async (
  ports: EnginePorts,
  resource: ServiceResource,
  claim: Claim | undefined,
): Promise<ServiceCreateBody> => {
  const settings = withSecrets(ports, resource);
  const recovery = resource.latest_transaction === true ? { recovery_target_time: await newestInstant(ports) } : {};
  return {
    service_name: resource.service_name,
    service_type: resource.service_type,
    plan: resource.plan,
    ...(resource.cloud_name === undefined ? {} : { cloud: resource.cloud_name }),
    ...(resource.disk_space_mb === undefined ? {} : { disk_space_mb: resource.disk_space_mb }),
    user_config: { ...settings, ...recovery },
    termination_protection: resource.termination_protection,
    tags: resource.tags,
    ...(resource.project_vpc_id === undefined ? {} : { project_vpc_id: resource.project_vpc_id }),
    ...(resource.static_ips === undefined ? {} : { static_ips: resource.static_ips }),
    ...(resource.service_integrations === undefined ? {} : { service_integrations: resource.service_integrations }),
    forkcast: {
      origin: originOf(resource),
      ...(resource.from === undefined ? {} : { from: resource.from }),
      ...(claim === undefined ? {} : { owner: { ...ownerBodyOf(claim.owner), making: claim.making } }),
    },
  };
};

/** The registry's now; this machine's where the registry has no clock to ask, as the vendor's. */
const newestInstant = async ({ client, clock }: EnginePorts): Promise<string> => {
  try {
    return (await client.clock()).now;
  } catch (error) {
    if (error instanceof RequestRefusedError && error.status === 404) return toRfc3339(clock.now());
    throw error;
  }
};
