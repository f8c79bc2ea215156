import type { ServiceRequest } from '../domain';

/** Whether a resource of the vendor's own provider declares it: its reader cannot ask for what only Forkcast's has. */
export const isVendorResource = ({ address }: Pick<ServiceRequest, 'address'>): boolean =>
  /(^|\.)aiven_[a-z_]+\.[^.]+$/.test(address);
