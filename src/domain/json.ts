/** A JSON value as it stands in a request body, a plan or a `user_config`. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** The value that a JSON text holds; undefined when it is none. */
export const parseJson = (text: string): JsonValue | undefined => {
  try {
    // What JSON.parse gives is a JSON value by its definition.
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
};

/** A JSON array. */
export const isJsonList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** Whether a value has fields by name: no list, and not null. Never throws. */
export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object. */
export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with each of its texts changed, but for the names of members. Never throws, unless `change` does. */
export const mapTexts = (value: JsonValue, change: (text: string) => string): JsonValue => {
  if (typeof value === 'string') return change(value);
  if (isJsonList(value)) return value.map((item) => mapTexts(item, change));
  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change)]))
    : value;
};
