import { parseJson, type JsonValue } from './json';
import { fieldNames } from './read-fields';

/** Fields of a `ServiceResource` that are not texts: a carrier that holds texts only has them as JSON. */
const fieldsOfJson: ReadonlySet<string> = new Set([
  ...fieldNames.untexted,
  'user_config',
  'secrets',
  'static_ips',
  'service_integrations',
  'latest_transaction',
  'wait_for_source',
]);

/** A field of a `ServiceResource` that is not a text. */
export const isJsonField = (field: string): boolean => fieldsOfJson.has(field);

/**
 * Fields back from a carrier of texts; values that are no texts already, and texts that are no JSON, stay as they are.
 * Fields that are null were not written, and are left out.
 */
export const fromTextFields = (fields: Readonly<Record<string, JsonValue>>): Readonly<Record<string, JsonValue>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value === null
        ? []
        : [[field, isJsonField(field) && typeof value === 'string' ? (parseJson(value) ?? value) : value] as const],
    ),
  );
