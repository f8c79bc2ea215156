import { isJsonObject, type JsonObject } from './json';
import { once } from './once';
import { serviceTypeByName } from './service-types/by-name';
import type { UserConfigEffect } from './user-config-key';

/**
 * Where a key stands in the block `user_config` of Forkcast's provider: as an attribute of its own, or by its name in the object
 * `settings`; in `secret_settings` where it is a secret or holds some (docs/decisions/0013).
 */
export type BlockPlace = 'attribute' | SettingGroup;

/** The objects of the block that hold the settings without an attribute of their own. */
export const settingGroups = ['settings', 'secret_settings'] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** What makes a fork, what it runs, and what the registry acts on. */
const ownEffects: ReadonlySet<UserConfigEffect> = new Set(['fork', 'version', 'behaviour']);
/** What the API shows of every service, whether it was set or not. */
const shownAlways = 'ip_filter';

const places: () => ReadonlyMap<string, BlockPlace> = once(() => {
  const found = new Map<string, BlockPlace>();
  for (const { key, effect, secretFields } of Object.values(serviceTypeByName).flatMap((make) => make().userConfig)) {
    const isSecret = effect === 'secret' || secretFields !== undefined;
    const place =
      ownEffects.has(effect) || key === shownAlways ? 'attribute' : isSecret ? 'secret_settings' : 'settings';
    const before = found.get(key);
    // A key of several types has one place, the most telling one.
    if (before === undefined || before === 'settings' || place === 'attribute') found.set(key, place);
  }
  return found;
});

/** The place of a key by its name in the API, whatever the type of the service; `settings` for a name that no type has. Never throws. */
export const blockPlaceOf = (name: string): BlockPlace => places().get(name) ?? 'settings';

/** A setting as a path in the resource: `user_config.pg_version`, `user_config.settings.work_mem`. Never throws. */
export const settingPath = (name: string): readonly string[] => {
  const place = blockPlaceOf(name);
  return place === 'attribute' ? ['user_config', name] : ['user_config', place, name];
};

/** The attribute of the resource that an API name means. Never throws. */
export const attributePath = (attribute: string): readonly string[] => {
  if (attribute === 'create_timeout') return ['timeouts', 'create'];
  const [name = '', ...rest] = attribute.split('.', 2);
  const [setting] = rest;
  return name === 'user_config' && setting !== undefined ? settingPath(setting) : [name, ...rest];
};

/** A block in Terraform's JSON with every setting beside the attributes, as the API has them. Never throws. */
export const flatBlock = ({ settings, secret_settings, ...own }: JsonObject): JsonObject => ({
  ...own,
  ...(isJsonObject(settings) ? settings : {}),
  ...(isJsonObject(secret_settings) ? secret_settings : {}),
});
