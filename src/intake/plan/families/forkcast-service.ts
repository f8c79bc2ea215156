import { flatBlock, type JsonObject, type JsonValue, type SettingGroup } from '../../../domain';
import { blockOf, type MarkedValue, objectOr, partOf, templateOf } from '../marked-value';
import type { ServiceFamily } from './family';
import { userConfigOf } from './user-config';
import { attributeOf, integrationsOf, timeoutOf, written } from './values';

const attributes = [
  'cloud_name',
  'tags',
  'project_vpc_id',
  'static_ips',
  'secrets',
  'from',
  'latest_transaction',
  'on_fork_change',
] as const;

/** `forkcast_service`, the resource of Forkcast's own provider: the API's names, settings in a block and two objects in it. */
export const forkcastService: ServiceFamily = {
  carriedBy: 'provider',
  isOne: (type) => type === 'forkcast_service',
  readAs: ({ type }) => type,
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
      powered: attributeOf(values, 'powered', context),
      // Planned, where nobody asks for one: the plan's own.
      disk_space_mb: context.isWritten('disk_space_mb') ? attributeOf(values, 'disk_space_mb', context) : null,
      ...Object.fromEntries(attributes.map((name) => [name, attributeOf(values, name, context)] as const)),
      user_config: userConfigOf(typeof serviceType === 'string' ? serviceType : '', flat(values), {
        ...context,
        blockName,
      }),
      service_integrations: integrationsOf(templateOf(partOf(values, 'service_integrations'))),
      acknowledge: templateOf(partOf(values, 'acknowledge')),
      create_timeout: timeoutOf(values),
    });
  },
};

/** The values with every setting in the block itself, as the API has them. */
const flat = (values: MarkedValue): MarkedValue => {
  const block = blockOf(partOf(values, 'user_config'));
  if (block === undefined || block.unknown === true || block.sensitive === true) return values;
  const spread = (part: JsonValue | undefined): JsonObject => {
    const { settings, secret_settings, ...own } = objectOr(part);
    const groups = {
      settings: membersOf(settings, 'settings'),
      secret_settings: membersOf(secret_settings, 'secret_settings'),
    };
    return flatBlock({ ...own, ...groups });
  };
  // A mark on a whole object is one on each setting in it.
  const membersOf = (part: JsonValue | undefined, group: SettingGroup): JsonObject =>
    part === true
      ? Object.fromEntries(Object.keys(objectOr(partOf(block, group).value)).map((name) => [name, true]))
      : objectOr(part);
  const { value, unknown, sensitive } = block;
  return {
    value: { ...objectOr(values.value), user_config: spread(value) },
    unknown: { ...objectOr(values.unknown), user_config: spread(unknown) },
    sensitive: { ...objectOr(values.sensitive), user_config: spread(sensitive) },
  };
};
