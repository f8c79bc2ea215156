import { known, type Fact, type JsonValue, type LiveService, type ServiceRequest } from '../domain';
import { createOnlyKeys } from './create-only';
import { resolveType } from './differences';
import { sameSetting } from './same-setting';

/** One setting of a live service that is to be changed in place. */
export interface SettingChange {
  /** API name: `plan`, `tags`, `user_config.backup_hour`, `powered`. */
  readonly attribute: string;
  readonly before: JsonValue | undefined;
  /** Unknown: decided at apply. Null in `user_config`: the key is reset. */
  readonly after: Fact<JsonValue>;
}

/** A setting by its API name, as a live service has it and as it is asked for; undefined: that side does not tell. */
type SettingPair = readonly [name: string, was: JsonValue | undefined, is: Fact<JsonValue | undefined> | undefined];

/** The settings beside `user_config` that a live service may be given anew, on and off apart. */
export const pairSettings = (desired: ServiceRequest, live: LiveService): readonly SettingPair[] => [
  ['plan', live.plan, desired.plan],
  ['cloud_name', live.cloud, desired.cloud],
  ['disk_space_mb', live.diskSpaceMb, desired.diskSpaceMb],
  ['termination_protection', live.terminationProtection, desired.terminationProtection],
  ['maintenance_window_dow', live.maintenance?.dow, desired.maintenanceDow],
  ['maintenance_window_time', live.maintenance?.time, desired.maintenanceTime],
  ['tech_emails', live.techEmails, desired.techEmails],
  ['static_ips', live.staticIps, desired.staticIps],
  ['tags', live.tags, desired.tags],
];

/**
 * Where a live service differs from what is asked for, beside what is fixed and the addresses, which are told by calls of their own. What
 * is not written stays as it is, on or off included. Never throws.
 */
export const settingChanges = (desired: ServiceRequest, live: LiveService): readonly SettingChange[] => {
  const fixed = createOnlyKeys(resolveType(desired, live));
  const wanted: readonly SettingPair[] = [
    ...pairSettings(desired, live).filter(([attribute]) => attribute !== 'static_ips'),
    ['powered', live.state !== 'POWEROFF', desired.powered],
    ...Object.entries(desired.userConfig)
      .filter(([key]) => !fixed.has(key))
      .map(([key, after]): SettingPair => [`user_config.${key}`, live.userConfig[key] ?? null, after]),
  ];
  return wanted.flatMap(([attribute, before, after]): readonly SettingChange[] => {
    if (after?.known === false) return [{ attribute, before: undefined, after }];
    const value = after?.value;
    return value === undefined || before === undefined || sameSetting(stripPrefix(attribute), before, value)
      ? []
      : [{ attribute, before, after: known(value) }];
  });
};

const stripPrefix = (attribute: string): string =>
  attribute.startsWith('user_config.') ? attribute.slice('user_config.'.length) : attribute;
