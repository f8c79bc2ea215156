import type { StaticAddress } from '../../../domain';
import type { PlannedResource } from '../plan-file';
import { knownTextOf } from './values';

/** The resource of the vendor's provider that is a static address. */
export const vendorStaticIpType = 'aiven_static_ip';

/** What a plan knows of a static address. Never throws. */
export const staticAddressOf = ({ address, after }: PlannedResource): StaticAddress => ({
  address,
  id: knownTextOf(after, 'static_ip_address_id'),
  project: knownTextOf(after, 'project'),
  cloud: knownTextOf(after, 'cloud_name'),
  state: knownTextOf(after, 'state'),
  heldBy: knownTextOf(after, 'service_name'),
});
