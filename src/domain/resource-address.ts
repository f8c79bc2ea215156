import type { ServiceRequest } from './service-request';

/** `[*]` stands for instances whose number is not known yet. */
const indexes = /\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\]/g;

/** The block that an instance comes from: its address without the indexes of resource and modules. Never throws. */
export const blockAddress = (address: string): string => address.replace(indexes, '');

/** Where a service is declared, by the address of its resource in place of its construct path. Never throws. */
export const resourceAddressOf = ({
  address,
  resource,
  carried,
}: Pick<ServiceRequest, 'address'> & Partial<Pick<ServiceRequest, 'resource' | 'carried'>>): string =>
  resource ?? carried?.address ?? address;
