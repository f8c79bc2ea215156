import type { JsonObject, JsonValue } from '../domain';
import { BugError, parseJson } from '../domain';

/** A JSON value is an object. */
export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An answer of the API as the JSON that it came as: fields without a value are left out. */
export const asJson = (value: object): JsonObject => {
  const json = parseJson(JSON.stringify(value));
  if (isJsonObject(json)) return json;
  throw new BugError('An answer of the API is no object.');
};
