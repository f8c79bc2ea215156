import type { JsonObject } from '../domain';
import { BugError, isJsonObject, parseJson } from '../domain';

/** An answer of the API as the JSON that it came as: fields without a value are left out. */
export const asJson = (value: object): JsonObject => {
  const json = parseJson(JSON.stringify(value));
  if (isJsonObject(json)) return json;
  throw new BugError('An answer of the API is no object.');
};
