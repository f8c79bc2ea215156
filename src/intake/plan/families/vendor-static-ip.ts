import type { StaticAddress } from '../../../domain';
import type { PlannedResource } from '../plan-file';
import { textOf } from './vendor-integration';

/** The resource of the vendor's provider that is a static address. */
export const vendorStaticIpType = 'aiven_static_ip';

/** What a plan knows of a static address. Never throws. */
export const staticAddressOf = ({ address, after }: PlannedResource): StaticAddress => {
  const value = (field: string): string | undefined => {
    const fact = textOf(after, field);
    return fact.known ? fact.value : undefined;
  };
  return {
    address,
    id: value('static_ip_address_id'),
    cloud: value('cloud_name'),
    state: value('state'),
    service: value('service_name'),
  };
};
