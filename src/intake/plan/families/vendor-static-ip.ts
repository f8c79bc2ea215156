import type { StaticAddress } from '../../../domain';
import type { PlannedResource } from '../plan-file';
import { readKnownText } from './values';

/** The resource of the vendor's provider that is a static address. */
export const vendorStaticIpType = 'aiven_static_ip';

/** What a plan knows of a static address. Never throws. */
export const readStaticAddress = ({ address, after }: PlannedResource): StaticAddress => ({
  address,
  id: readKnownText(after, 'static_ip_address_id'),
  project: readKnownText(after, 'project'),
  cloud: readKnownText(after, 'cloud_name'),
  state: readKnownText(after, 'state'),
  heldBy: readKnownText(after, 'service_name'),
});
