import type { SentTo, OriginBody } from '../api';
import { given, type ServiceResource } from '../domain';
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

type Window = Pick<ServiceResource, 'maintenance_window_dow' | 'maintenance_window_time' | 'tech_emails'>;

/** When updates may be installed, and who is told of trouble, as the API has them; `asked`: which of them are sent. */
export const ownTimes = (
  { maintenance_window_dow: dow, maintenance_window_time: time, tech_emails: emails }: Window,
  asked: { readonly [Name in keyof Window]?: unknown },
): Pick<SentTo<'ServiceUpdate'>, 'maintenance' | 'tech_emails'> => {
  const window = given({
    dow: asked.maintenance_window_dow === undefined ? undefined : dow,
    time: asked.maintenance_window_time === undefined ? undefined : time,
  });
  return {
    ...(Object.keys(window).length === 0 ? {} : { maintenance: window }),
    ...(asked.tech_emails === undefined || emails === undefined
      ? {}
      : { tech_emails: emails.map((email) => ({ email })) }),
  };
};

/** The create request of a declared service, with its owner, its secrets, and with what the control plane is to decide. */
export const buildCreateBody = async (
  ports: EnginePorts,
  resource: ServiceResource,
  claim: Claim | undefined,
): Promise<SentTo<'ServiceCreate'>> => {
  const settings = withSecrets(ports, resource);
  const system = await fetchSystemValues(ports, resource);
  return {
    service_name: resource.service_name,
    service_type: resource.service_type,
    ...system.place,
    ...given({ plan: resource.plan, cloud: resource.cloud_name, disk_space_mb: resource.disk_space_mb }),
    user_config: { ...settings, ...system.settings },
    termination_protection: resource.termination_protection ?? false,
    tags: resource.tags ?? {},
    ...ownTimes(resource, resource),
    ...given({ project_vpc_id: resource.project_vpc_id, static_ips: resource.static_ips }),
    ...given({ service_integrations: resource.service_integrations }),
    forkcast: {
      origin: buildOrigin(resource),
      ...given({ from: resource.from, owner: claim && { ...writeOwner(claim.owner), making: claim.making } }),
      ...system.extension,
    },
  };
};
