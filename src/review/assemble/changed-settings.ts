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
import { pairSettings } from '../../planner';

/** What a plan changes of a live service in place, by the names of the API; without what is a secret or holds one. */
export const changedSettings = ({ change, ...request }: ServiceRequest): readonly CardSetting[] => {
  const prior = change?.prior;
  if (prior === undefined) return [];
  const keys = [...new Set([...Object.keys(prior.userConfig), ...Object.keys(request.userConfig)])].sort(byCodeUnit);
  const type = valueOr(request.serviceType, '');
  return [
    ...pairSettings(request, prior).flatMap(([name, was, is]) =>
      (staying.has(name) ? ifWritten : unlessAbsent)(name, was, is),
    ),
    ...keys
      .filter((key) => !holdsSecret(type, key))
      .flatMap((key) => compareSetting(`user_config.${key}`, prior.userConfig[key], request.userConfig[key])),
  ];
};

type Value = Fact<JsonValue | undefined> | undefined;

/** What is not written is no change. */
const ifWritten = (name: string, was: JsonValue | undefined, is: Value): readonly CardSetting[] =>
  is?.known === true && shown(is.value) === null ? [] : compareSetting(name, was, is);

/** What is not written stays; what is written as nothing is taken away. */
const unlessAbsent = (name: string, was: JsonValue | undefined, is: Value): readonly CardSetting[] =>
  is === undefined || (is.known && is.value === undefined) ? [] : compareSetting(name, was, is);

const compareSetting = (name: string, was: JsonValue | undefined, is: Value): readonly CardSetting[] => {
  const [before, after] = [shown(was), is?.known === false ? 'known after apply' : shown(is?.value)];
  return before === after ? [] : [{ name, before, after }];
};

/** Settings that keep their value where they are not written, or follow from another one. */
const staying: ReadonlySet<string> = new Set(['plan', 'cloud_name', 'disk_space_mb']);

/** Nothing, an empty list and an empty object are one. */
const shown = (value: JsonValue | undefined): string | null => {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (isJsonObject(value) ? Object.keys(value).length === 0 : Array.isArray(value) && value.length === 0) return null;
  return JSON.stringify(value);
};
