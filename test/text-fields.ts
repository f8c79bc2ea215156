import type { JsonValue } from '../src/domain';

/** Fields as a carrier of texts holds them, such as the triggers of a `null_resource`: what is not a text becomes JSON. */
export const toTextFields = (
  fields: Readonly<Record<string, JsonValue | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value === undefined || value === null
        ? []
        : [[field, typeof value === 'string' ? value : JSON.stringify(value)] as const],
    ),
  );
