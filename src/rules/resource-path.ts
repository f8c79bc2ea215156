import { attributePath, type ServiceRequest } from '../domain';
import { isVendorResource } from './reader';

/** A setting by its API name, as the resource of the provider at hand names it. Never throws. */
export const resourcePath = (request: ServiceRequest, attribute: string): string => {
  const [block = '', ...key] = attribute.split('.', 2);
  return isVendorResource(request) && request.serviceType.known && block === 'user_config'
    ? [`${request.serviceType.value}_user_config[0]`, ...key].join('.')
    : attributePath(attribute).join('.');
};

/** What a reader of HCL is told beside the remedy, where a value of the block changed that may move by itself. `path`: a `resourcePath`. */
export const keepsByIgnoring =
  'Where a data source or a clock gives the value, it moves on by itself: lifecycle { ignore_changes = [{path}] } keeps the fork.';
