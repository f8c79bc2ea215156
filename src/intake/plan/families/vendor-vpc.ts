import type { PrivateNetwork } from '../../../domain';
import type { PlannedResource } from '../plan-file';
import { readKnownText } from './values';

/** The resources of the vendor's provider that are private networks. */
export const vendorVpcTypes: ReadonlySet<string> = new Set(['aiven_project_vpc', 'aiven_organization_vpc']);

/** What a plan knows of a private network; one of an organization has no project. Never throws. */
export const readPrivateNetwork = ({ address, after }: PlannedResource): PrivateNetwork => ({
  address,
  project: readKnownText(after, 'project'),
  cloud: readKnownText(after, 'cloud_name'),
});
