import { once, serviceTypes, type UserConfigKey } from '../../domain';
import {
  type Attributes,
  block,
  bool,
  dynamic,
  listOf,
  number,
  optionalComputed,
  string,
  type CtyType,
} from '../protocol';

/** One key of the block `user_config`: the same name may be a key of several service types. */
export interface BlockKey {
  readonly name: string;
  readonly type: CtyType;
  /** The service types that have it, each with its own bounds. */
  readonly keys: ReadonlyMap<string, UserConfigKey>;
}

/** Every key of every service type, by name: the closed list of the block's attributes. */
export const blockKeys: () => ReadonlyMap<string, BlockKey> = once(() => {
  const found = new Map<string, Map<string, UserConfigKey>>();
  for (const type of serviceTypes) {
    for (const key of type.userConfig) {
      found.set(key.key, (found.get(key.key) ?? new Map<string, UserConfigKey>()).set(type.name, key));
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, keys]) => [name, blockKey(name, keys)]));
});

const blockKey = (name: string, keys: ReadonlyMap<string, UserConfigKey>): BlockKey => {
  const types = [...new Set([...keys.values()].map(({ kind }) => ctyTypes[kind]))];
  return { name, keys, type: types.length === 1 ? (types[0] ?? dynamic) : dynamic };
};

/** Objects and mixed lists have no fixed type: the vendor adds fields to them. */
const texts = listOf(string);
const ctyTypes: Readonly<Record<UserConfigKey['kind'], CtyType>> = {
  string,
  integer: number,
  number,
  boolean: bool,
  'string-array': texts,
  array: dynamic,
  object: dynamic,
};

/** The key as one service type has it; undefined: the type does not have it, or is not known itself. */
export const keyOfType = (name: string, serviceType: string): UserConfigKey | undefined =>
  blockKeys().get(name)?.keys.get(serviceType);

/** Whether a value of the key is a secret, or holds some. */
export const isSensitive = ({ keys }: BlockKey): boolean =>
  [...keys.values()].some(({ effect, secretFields }) => effect === 'secret' || secretFields !== undefined);

/** Whether the key is read only while a service is created, for every type that has it. */
export const isMakingKey = ({ keys }: BlockKey): boolean =>
  [...keys.values()].every(({ effect, createOnly }) => effect === 'fork' || createOnly);

/**
 * The block: every attribute is optional, and computed as well, because what an import finds and nobody configures stays as
 * it is. Which of them a service type has is checked by `userConfigFaults`.
 */
export const userConfigBlock = () =>
  block('single', {
    description: 'Settings of the service, in the names of the API; which keys there are depends on `service_type`.',
    attributes: Object.fromEntries(
      [...blockKeys()].map(([name, key]) => [
        name,
        optionalComputed(key.type, {
          description: descriptionOf(key),
          fixed: true,
          ...(isSensitive(key) ? { sensitive: true } : {}),
        }),
      ]),
    ) satisfies Attributes,
  });

const descriptionOf = ({ keys }: BlockKey): string => {
  const [first] = keys.values();
  const types = keys.size === serviceTypes.length ? 'every type' : [...keys.keys()].join(', ');
  return `${first?.summary ?? ''} Types: ${types}.`;
};
