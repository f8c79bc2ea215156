import { type SettingGroup, settingGroups } from '../../domain';
import {
  bool,
  type CtyType,
  Dynamic,
  isNull,
  isNumber,
  isObject,
  isUnknown,
  member,
  number,
  type ObjectValue,
  objectOf,
  string,
  unknown,
  type Value,
} from '../protocol';
import { attributeKeys, blockKeys } from './user-config';

/** The settings of a service by their names in the API, wherever the block has them; nothing where it has no block. */
export const readSettings = (object: ObjectValue | null): ObjectValue => {
  const block = member(object, 'user_config');
  if (!isObject(block)) return {};
  return settingGroups.reduce<ObjectValue>(
    (settings, group) => ({ ...settings, ...groupMembers(group, block[group] ?? null) }),
    readAttributes(block),
  );
};

const readAttributes = (block: ObjectValue): ObjectValue =>
  Object.fromEntries(attributeKeys().map(({ name }) => [name, block[name] ?? null]));

/** The settings in one object of the block; while it is unknown, each of them may be anything. Never throws. */
export const groupMembers = (group: SettingGroup, object: Value): ObjectValue => {
  if (isUnknown(object) || (object instanceof Dynamic && isUnknown(object.value)))
    return Object.fromEntries(listKeys(group).map(({ name }) => [name, unknown]));
  if (!(object instanceof Dynamic) || !isObject(object.value)) return {};
  const { type, value } = object;
  const typeOf = (name: string): CtyType | undefined =>
    type.kind === 'object' ? type.attributes[name] : type.kind === 'map' ? type.element : undefined;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, writeMember(typeOf(name), inner)]));
};

const listKeys = (group: SettingGroup) => [...blockKeys().values()].filter(({ place }) => place === group);

const writeMember = (type: CtyType | undefined, value: Value): Value =>
  type === undefined || isUnknown(value) || isNull(value) || typeof value !== 'object'
    ? value
    : new Dynamic(type, value);

/** Settings as one object of the block; null where none of them is set. Never throws. */
export const writeGroup = (settings: readonly (readonly [name: string, value: Value])[]): Value => {
  const set = settings.filter(([, value]) => !isNull(value));
  if (set.length === 0) return null;
  const type = objectOf(Object.fromEntries(set.map(([name, value]) => [name, typeOfValue(value)])));
  return new Dynamic(
    type,
    Object.fromEntries(set.map(([name, value]) => [name, value instanceof Dynamic ? value.value : value])),
  );
};

const typeOfValue = (value: Value): CtyType => {
  if (value instanceof Dynamic) return value.type;
  if (typeof value === 'boolean') return bool;
  return isNumber(value) ? number : string;
};

/** Settings by their names in the API, as the block has them. */
export const writeBlock = (settings: ObjectValue): ObjectValue => ({
  ...readAttributes(settings),
  ...Object.fromEntries(settingGroups.map((group) => [group, writeGroup(listMembers(settings, group))])),
});

const listMembers = (settings: ObjectValue, group: SettingGroup) =>
  Object.entries(settings).filter(([name]) => blockKeys().get(name)?.place === group);
