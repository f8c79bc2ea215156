import { endpointTypes } from './endpoint-types';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from './json';
import { once } from './once';
import { serviceTypeByName } from './service-types/by-name';
import type { UserConfigKey } from './user-config-key';

/** What is secret in a setting: all of it, or the fields of these names, at any depth. */
type Hidden = 'whole' | ReadonlySet<string>;

/** Whose settings they are: what is secret among them is said by the catalogue's declaration of that type. */
export interface SettingsOwner {
  readonly kind: 'service' | 'endpoint' | 'integration';
  readonly type: string;
}

/**
 * What is secret in a setting; undefined: nothing. A key that the type lacks is a secret where any type of the kind keeps it as one. The
 * settings of an integration have no secrets of their own: those of services and endpoints count there by their names, as they do
 * in settings of an endpoint that nobody declares. Never throws.
 */
export const hiddenIn = ({ kind, type }: SettingsOwner, key: string): Hidden | undefined => {
  if (kind === 'integration') return allNames().has(key) ? 'whole' : allNames();
  const { ofType, byKey } = declared[kind];
  const own = ofType(type)?.get(key);
  if (own !== undefined) return own === 'plain' ? undefined : own;
  return byKey().get(key) ?? (kind === 'endpoint' ? allNames() : undefined);
};

/** Every name of a secret setting or field of a service. Never throws. */
export const secretNames = once(() => new Set(['service_password', ...namesIn(declared.service.byKey())]));

const allNames = once(() => new Set([...secretNames(), ...namesIn(declared.endpoint.byKey())]));

const namesIn = (byKey: ReadonlyMap<string, Hidden>): readonly string[] =>
  [...byKey].flatMap(([key, hidden]) => (hidden === 'whole' ? [key] : [...hidden]));

/** Gives what stands in place of a value at a path; undefined: nothing does. */
type Replace<Value> = (value: Value, path: readonly string[]) => JsonValue | undefined;

/** The settings with each secret replaced, and each text that is none by `text`. What was not written stays so. Never throws. */
export const mapSecrets = (
  owner: SettingsOwner,
  settings: JsonObject,
  replace: { readonly secret: Replace<JsonValue>; readonly text: Replace<string> },
): JsonObject => {
  const inside = (hidden: Hidden | undefined, value: JsonValue, path: readonly string[]): JsonValue | undefined => {
    if (value === null || value === '') return value;
    if (hidden === 'whole') return replace.secret(value, path);
    if (typeof value === 'string') return replace.text(value, path);
    if (isJsonList(value)) {
      const items = value.map((item, index) => inside(hidden, item, [...path, String(index)]));
      return items.every((item, index) => item === value[index]) ? value : items.flatMap(given);
    }
    if (!isJsonObject(value)) return value;
    return mapped(value, (name, inner) =>
      inside(hidden?.has(name) === true ? 'whole' : hidden, inner, [...path, name]),
    );
  };
  return mapped(settings, (key, value) => {
    const hidden = hiddenIn(owner, key);
    return inside(
      owner.kind === 'service' && hidden !== undefined && typeof value !== 'object' ? 'whole' : hidden,
      value,
      [key],
    );
  });
};

const given = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** What nothing was replaced in is given back itself: most settings have no secrets, and lists look at those of thousands. */
const mapped = (fields: JsonObject, next: (name: string, value: JsonValue) => JsonValue | undefined): JsonObject => {
  const entries = Object.entries(fields).map(([name, value]) => ({ name, value, inner: next(name, value) }));
  if (entries.every(({ value, inner }) => value === inner)) return fields;
  return Object.fromEntries(entries.flatMap(({ name, inner }) => given(inner).map((kept) => [name, kept] as const)));
};

type OfType = ReadonlyMap<string, Hidden | 'plain'>;

/** What the types of a kind declare, each when it is asked for: a process that makes one service asks for one type. */
const declaredBy = (list: () => readonly (readonly [type: string, keys: () => OfType])[]) => {
  const byType = once(() => new Map(list().map(([type, keys]) => [type, once(keys)] as const)));
  return {
    ofType: (type: string) => byType().get(type)?.(),
    /** By key, as any of the types has it. */
    byKey: once(() => joined([...byType().values()].map((keys) => keys()))),
  };
};

const declared = {
  service: declaredBy(() =>
    Object.entries(serviceTypeByName).map(([name, make]) => [
      name,
      () => new Map(make().userConfig.map((key) => [key.key, hiddenOf(key) ?? 'plain'])),
    ]),
  ),
  endpoint: declaredBy(() =>
    endpointTypes.map(({ name, secrets, plain }) => [
      name,
      () => new Map([...plain.map((key) => [key, 'plain'] as const), ...secrets.map((key) => [key, 'whole'] as const)]),
    ]),
  ),
};

const joined = (types: readonly OfType[]): ReadonlyMap<string, Hidden> => {
  const byKey = new Map<string, Hidden>();
  for (const [key, hidden] of types.flatMap((keys) => [...keys])) {
    const others = byKey.get(key);
    if (hidden === 'plain' || others === 'whole') continue;
    byKey.set(key, hidden === 'whole' ? hidden : new Set([...hidden, ...(others ?? [])]));
  }
  return byKey;
};

const hiddenOf = ({ effect, secretFields }: UserConfigKey): Hidden | undefined =>
  effect === 'secret' ? 'whole' : secretFields && new Set(secretFields);
