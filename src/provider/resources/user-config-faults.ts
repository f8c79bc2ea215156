import { serviceTypes, settingPath, type SettingGroup, settingGroups } from '../../domain';
import { addressesKey, isBounded, settingFault } from '../../planner';
import {
  type Diagnostic,
  Dynamic,
  errorAt,
  isList,
  isNull,
  isObject,
  isUnknown,
  isWhollyKnown,
  type Value,
} from '../protocol';
import { toJson } from '../values';
import { explain } from '../diagnostics';
import { groupMembers } from './setting-groups';
import { attributeKeys, blockKeys, keyOfType } from './user-config';

/**
 * What is wrong with a block `user_config` whatever the rest of the world is like: names that no setting has, and values outside the
 * bounds of the schema. What is unknown may be null, and is judged when it is known; what the rules judge is left to them, a setting that
 * the type lacks among it.
 */
export const userConfigFaults = (serviceType: Value, block: Value): readonly Diagnostic[] => {
  if (!isObject(block)) return [];
  const type =
    typeof serviceType === 'string' && serviceTypes.some(({ name }) => name === serviceType) ? serviceType : undefined;
  return [
    ...attributeKeys().flatMap(({ name }) => settingFaults(type, name, block[name] ?? null)),
    ...settingGroups.flatMap((group) => groupFaults(type, group, block[group] ?? null)),
  ];
};

const settingFaults = (serviceType: string | undefined, name: string, value: Value): readonly Diagnostic[] => {
  if (serviceType === undefined || isNull(value) || isUnknown(value)) return [];
  const key = keyOfType(name, serviceType);
  if (key === undefined) return [];
  if (holdsNull(name, value instanceof Dynamic ? value.value : value))
    return [
      refused(name, `${name} has an element that is null. Leave it out: [for one in LIST : one if one != null].`),
    ];
  if (!isWhollyKnown(value) || !isBounded(key)) return [];
  const fault = settingFault(key, toJson(value));
  return fault === undefined ? [] : [refused(name, fault)];
};

/** No list of settings has null in it; an object of addresses has its network. */
const holdsNull = (name: string, value: Value): boolean =>
  isList(value) &&
  value.some((item) => isNull(item) || (name === addressesKey && isObject(item) && item['network'] === null));

const groupFaults = (serviceType: string | undefined, group: SettingGroup, object: Value): readonly Diagnostic[] => {
  if (isNull(object) || isUnknown(object)) return [];
  if (!(object instanceof Dynamic) || !(isObject(object.value) || isUnknown(object.value)))
    return [elsewhere(`user_config.${group} is an object of settings by name, such as { work_mem = 8 }.`, group)];
  if (isUnknown(object.value)) return [];
  return Object.entries(groupMembers(group, object)).flatMap(([name, value]) => {
    const key = blockKeys().get(name);
    if (key === undefined) return [elsewhere(`No type of service has a setting ${name}. Take it out.`, group)];
    if (key.place !== group)
      return [elsewhere(`${name} does not stand here: write it as ${settingPath(name).join('.')}.`, group)];
    return settingFaults(serviceType, name, value);
  });
};

const elsewhere = (detail: string, group: SettingGroup): Diagnostic =>
  errorAt({ summary: 'Not a setting', detail, path: ['user_config', group] });

const refused = (name: string, detail: string): Diagnostic =>
  errorAt({
    summary: 'Value is outside the bounds of the setting',
    detail: `${detail}\n${explain('naming/invalid-setting')}`,
    path: settingPath(name),
  });
