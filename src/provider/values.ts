import { isJsonList, isJsonObject, known, unknown as unknownFact, type Fact, type JsonValue } from '../domain';
import {
  bool,
  type CtyType,
  Dynamic,
  isList,
  isNumber,
  isObject,
  isWhollyKnown,
  number,
  numberText,
  objectOf,
  string,
  tupleOf,
  type Value,
} from './protocol';

/** A known value of Terraform as JSON; what is unknown is null, so ask `isWhollyKnown` before. Never throws. */
export const toJson = (value: Value): JsonValue => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Dynamic) return toJson(value.value);
  if (isNumber(value)) return Number.isFinite(value) ? Number(value) : Number(numberText(value));
  if (isList(value)) return value.map(toJson);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toJson(inner)]));
  return null;
};

/** JSON as a value of any type: objects and tuples, as Terraform reads literals. Never throws. */
export const fromJson = (json: JsonValue): Value => (json === null ? null : new Dynamic(inferType(json), json));

const inferType = (json: JsonValue): CtyType => {
  if (isJsonList(json)) return tupleOf(json.map(inferType));
  if (isJsonObject(json)) {
    return objectOf(Object.fromEntries(Object.entries(json).map(([name, inner]) => [name, inferType(inner)])));
  }
  if (typeof json === 'boolean') return bool;
  return typeof json === 'number' ? number : json === null ? { kind: 'dynamic' } : string;
};

/** What the configuration says: known, or decided at apply. Never throws. */
export const toFact = (value: Value): Fact<JsonValue> => factOf(value, toJson);

/** The same, of what `read` makes of a known value. */
export const factOf = <T>(value: Value, read: (value: Value) => T): Fact<T> =>
  isWhollyKnown(value) ? known(read(value)) : unknownFact('known-after-apply');

/** The text that a value is; undefined where it is null, unknown or no text. Never throws. */
export const toText = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** A text that may be left out: known undefined where it is null. Never throws. */
export const textFact = (value: Value): Fact<string | undefined> => factOf(value, toText);
