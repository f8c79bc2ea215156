import { fieldNames, flatBlock, type JsonObject, type JsonValue, type SettingGroup } from '../../../domain';
import { pickBlock, type MarkedValue, objectOr, pickPart, readText, writeTemplate } from '../marked-value';
import type { ServiceFamily } from './family';
import { readUserConfig } from './user-config';
import { readAttribute, readIntegrations, readTimeout, written } from './values';

const attributes = [...fieldNames.all, 'static_ips', 'secrets', 'from', 'latest_transaction', 'on_fork_change'];

/** `forkcast_service`, the resource of Forkcast's own provider: the API's names, settings in a block and two objects in it. */
export const forkcastService: ServiceFamily = {
  carriedBy: 'provider',
  isOne: (type) => type === 'forkcast_service',
  readAs: ({ type }) => type,
  userConfigBlock: () => 'user_config',
  holderOf: ({ before }) => readText(before, 'owner'),
  fieldsOf: (_, values, context): JsonObject => {
    const field = (name: string) => writeTemplate(pickPart(values, name));
    const serviceType = field('service_type');
    const blockName = 'user_config';
    return written({
      project: field('project'),
      service_name: field('service_name'),
      service_type: serviceType,
      ...Object.fromEntries(attributes.map((name) => [name, readAttribute(values, name, context)] as const)),
      // Planned, where nobody asks for one: the plan's own.
      ...(context.isWritten('disk_space_mb') ? {} : { disk_space_mb: null }),
      user_config: readUserConfig(typeof serviceType === 'string' ? serviceType : '', flat(values), {
        ...context,
        blockName,
      }),
      service_integrations: readIntegrations(writeTemplate(pickPart(values, 'service_integrations')), context),
      acknowledge: writeTemplate(pickPart(values, 'acknowledge')),
      create_timeout: readTimeout(values),
    });
  },
};

/** The values with every setting in the block itself, as the API has them. */
const flat = (values: MarkedValue): MarkedValue => {
  const block = pickBlock(pickPart(values, 'user_config'));
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
      ? Object.fromEntries(Object.keys(objectOr(pickPart(block, group).value)).map((name) => [name, true]))
      : objectOr(part);
  const { value, unknown, sensitive } = block;
  return {
    value: { ...objectOr(values.value), user_config: spread(value) },
    unknown: { ...objectOr(values.unknown), user_config: spread(unknown) },
    sensitive: { ...objectOr(values.sensitive), user_config: spread(sensitive) },
  };
};
