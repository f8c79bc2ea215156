import { blockPlaceOf, type BlockPlace, byCodeUnit, once, serviceTypes, type UserConfigKey } from '../../domain';
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
  readonly place: BlockPlace;
  /** Any type for what stands in an object. */
  readonly type: CtyType;
  /** The service types that have it, each with its own bounds. */
  readonly keys: ReadonlyMap<string, UserConfigKey>;
}

/** Every key of every service type, by name: what the block takes. */
export const blockKeys: () => ReadonlyMap<string, BlockKey> = once(() => {
  const found = new Map<string, Map<string, UserConfigKey>>();
  for (const type of serviceTypes) {
    for (const key of type.userConfig) {
      found.set(key.key, (found.get(key.key) ?? new Map<string, UserConfigKey>()).set(type.name, key));
    }
  }
  return new Map(
    [...found].sort(([left], [right]) => byCodeUnit(left, right)).map(([name, keys]) => [name, blockKey(name, keys)]),
  );
});

const blockKey = (name: string, keys: ReadonlyMap<string, UserConfigKey>): BlockKey => {
  const place = blockPlaceOf(name);
  const types = [...new Set([...keys.values()].map(({ kind }) => ctyTypes[kind]))];
  const [type = dynamic] = place === 'attribute' && types.length === 1 ? types : [dynamic];
  return { name, place, keys, type };
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

/** The keys that are attributes of the block. */
export const attributeKeys: () => readonly BlockKey[] = once(() =>
  [...blockKeys().values()].filter(({ place }) => place === 'attribute'),
);

/**
 * The block: everything is optional, and computed as well, because what an import finds and nobody configures stays as it is.
 * Which keys a service type has is checked by `userConfigFaults`. Terraform handles every attribute of a schema for every
 * resource several times per command: that is why most keys stand in an object (docs/decisions/0013).
 */
export const userConfigBlock = () =>
  block('single', {
    description: 'Settings of the service, in the names of the API; which keys there are depends on `service_type`.',
    attributes: {
      ...Object.fromEntries(
        attributeKeys().map((key) => [key.name, optionalComputed(key.type, describeKey(key), { fixed: true })]),
      ),
      settings: optionalComputed(
        dynamic,
        'Object of the other settings of the service type, by their names in the API: `{ work_mem = 8 }`.',
        { fixed: true },
      ),
      secret_settings: optionalComputed(
        dynamic,
        'Object of the settings that are secrets or hold some, such as `admin_password` or `smtp_server`. ' +
          '`secrets` takes them from the environment instead, and no state has them.',
        { fixed: true, sensitive: true },
      ),
    } satisfies Attributes,
  });

const describeKey = ({ keys }: BlockKey): string => {
  const [first] = keys.values();
  const types = keys.size === serviceTypes.length ? 'every type' : [...keys.keys()].join(', ');
  return `${first?.summary ?? ''} Types: ${types}.`;
};
