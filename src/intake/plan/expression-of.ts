import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../domain';

/**
 * The expression at a path of a configuration block; a path into a block that is made by a `dynamic` one ends at what is known of the
 * whole. Undefined: nothing is written there. Never throws.
 */
export const findExpression = (block: JsonObject, path: readonly string[]): JsonValue | undefined => {
  let found: JsonValue | undefined = block.expressions;
  for (const name of path) {
    const inner: JsonValue | undefined = isJsonList(found) ? found[0] : found;
    if (!isJsonObject(inner)) return undefined;
    if (isJsonList(inner.references)) return inner;
    found = Object.hasOwn(inner, name) ? inner[name] : undefined;
  }
  return found;
};
