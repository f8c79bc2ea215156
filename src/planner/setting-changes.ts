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

/**
 * Where a live service differs from what is asked for, beside what is fixed. What is not written stays as it is, on or off
 * included. Never throws.
 */
export const settingChanges = (desired: ServiceRequest, live: LiveService): readonly SettingChange[] => {
  const fixed = createOnlyKeys(resolveType(desired, live));
  const wanted: readonly Wanted[] = [
    ['plan', live.plan, desired.plan],
    ['cloud_name', live.cloud, desired.cloud],
    ['disk_space_mb', live.diskSpaceMb, desired.diskSpaceMb],
    ['termination_protection', live.terminationProtection, desired.terminationProtection],
    ['tags', live.tags, desired.tags],
    ['maintenance_window_dow', live.maintenance?.dow, desired.maintenanceDow ?? unasked],
    ['maintenance_window_time', live.maintenance?.time, desired.maintenanceTime ?? unasked],
    ['tech_emails', live.techEmails, desired.techEmails ?? unasked],
    ['powered', live.state !== 'POWEROFF', desired.powered ?? unasked],
    ...Object.entries(desired.userConfig)
      .filter(([key]) => !fixed.has(key))
      .map(([key, after]): Wanted => [`user_config.${key}`, live.userConfig[key] ?? null, after]),
  ];
  return wanted.flatMap(([attribute, before, after]): readonly SettingChange[] => {
    if (!after.known) return [{ attribute, before: undefined, after }];
    const { value } = after;
    return value === undefined || before === undefined || sameSetting(stripPrefix(attribute), before, value)
      ? []
      : [{ attribute, before, after: known(value) }];
  });
};

const unasked = known(undefined);

type Wanted = readonly [attribute: string, before: JsonValue | undefined, after: Fact<JsonValue | undefined>];

const stripPrefix = (attribute: string): string =>
  attribute.startsWith('user_config.') ? attribute.slice('user_config.'.length) : attribute;
