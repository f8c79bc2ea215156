import {
  byCodeUnit,
  holdsSecret,
  isJsonObject,
  type CardSetting,
  type Fact,
  type JsonValue,
  type ServiceRequest,
  valueOr,
} from '../../domain';

/** What a plan changes of a live service in place, by the names of the API; without what is a secret or holds one. */
export const changedSettings = ({ change, ...request }: ServiceRequest): readonly CardSetting[] => {
  const prior = change?.prior;
  if (prior === undefined) return [];
  const keys = [...new Set([...Object.keys(prior.userConfig), ...Object.keys(request.userConfig)])].sort(byCodeUnit);
  const type = valueOr(request.serviceType, '');
  return [
    ...ifWritten('plan', prior.plan, request.plan),
    ...ifWritten('cloud_name', prior.cloud, request.cloud),
    ...ifWritten('disk_space_mb', prior.diskSpaceMb, request.diskSpaceMb),
    ...unlessAbsent('termination_protection', prior.terminationProtection, request.terminationProtection),
    ...unlessAbsent('maintenance_window_dow', prior.maintenance?.dow, request.maintenanceDow),
    ...unlessAbsent('maintenance_window_time', prior.maintenance?.time, request.maintenanceTime),
    ...unlessAbsent('tech_emails', prior.techEmails, request.techEmails),
    ...compareSetting('static_ips', prior.staticIps, request.staticIps),
    ...unlessAbsent('tags', prior.tags, request.tags),
    ...keys
      .filter((key) => !holdsSecret(type, key))
      .flatMap((key) => compareSetting(`user_config.${key}`, prior.userConfig[key], request.userConfig[key])),
  ];
};

type Value = Fact<JsonValue | undefined> | undefined;

/** What is not written keeps its value, or follows from another setting. */
const ifWritten = (name: string, was: JsonValue | undefined, is: Value): readonly CardSetting[] =>
  is?.known === true && shown(is.value) === null ? [] : compareSetting(name, was, is);

/** What is not written stays; what is written as nothing is taken away. */
const unlessAbsent = (name: string, was: JsonValue | undefined, is: Value): readonly CardSetting[] =>
  is === undefined || (is.known && is.value === undefined) ? [] : compareSetting(name, was, is);

const compareSetting = (name: string, was: JsonValue | undefined, is: Value): readonly CardSetting[] => {
  const [before, after] = [shown(was), is?.known === false ? 'known after apply' : shown(is?.value)];
  return before === after ? [] : [{ name, before, after }];
};

/** Nothing, an empty list and an empty object are one. */
const shown = (value: JsonValue | undefined): string | null => {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (isJsonObject(value) ? Object.keys(value).length === 0 : Array.isArray(value) && value.length === 0) return null;
  return JSON.stringify(value);
};
