import { byCodeUnit } from './by-code-unit';
import { isJsonList, isJsonObject, type JsonValue } from './json';

/** JSON text that is the same for equal values: keys in order, no space; absent is null. */
export const canonicalJson = (value: JsonValue | undefined): string => {
  if (isJsonList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).sort(([left], [right]) => byCodeUnit(left, right));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
};
