import type { JsonObject } from '../../../domain';
import { templateOf, partOf } from '../marked-value';
import type { ServiceFamily } from './family';
import { userConfigOf } from './user-config';
import { attributeOf, timeoutOf, written } from './values';

const attributes = [
  'cloud_name',
  'disk_space_mb',
  'tags',
  'project_vpc_id',
  'static_ips',
  'secrets',
  'from',
  'latest_transaction',
  'on_fork_change',
] as const;

/** `forkcast_service`, the resource of Forkcast's own provider: the API's names, settings in a block. */
export const forkcastService: ServiceFamily = {
  isOne: (type) => type === 'forkcast_service',
  carriesService: () => true,
  userConfigBlock: () => 'user_config',
  fieldsOf: (_, values, context): JsonObject => {
    const field = (name: string) => templateOf(partOf(values, name));
    const serviceType = field('service_type');
    const blockName = 'user_config';
    return written({
      project: field('project'),
      service_name: field('service_name'),
      service_type: serviceType,
      plan: field('plan'),
      termination_protection: attributeOf(values, 'termination_protection', context),
      ...Object.fromEntries(attributes.map((name) => [name, attributeOf(values, name, context)] as const)),
      user_config: userConfigOf(typeof serviceType === 'string' ? serviceType : '', values, { ...context, blockName }),
      create_timeout: timeoutOf(values),
    });
  },
};
