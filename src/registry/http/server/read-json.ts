import { isJsonList, isJsonObject, parseJson, type JsonValue } from '../../../domain';
import { jsonFaultAt } from './json-fault';

/** Deepest nesting of lists and objects in a body. */
const deepestBody = 100;

/** A body as JSON, or a sentence that says what is wrong with it and where. No bytes at all are no body. Never throws. */
export const readJson = (
  bytes: Uint8Array,
):
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'fault'; readonly message: string } => {
  const text = decoded(bytes);
  if (text === undefined) return { kind: 'fault', message: 'The body is not text in UTF-8.' };
  if (text.trim() === '') return { kind: 'none' };
  if (isDeep(text)) {
    return { kind: 'fault', message: `The body nests deeper than ${deepestBody} levels. Flatten it.` };
  }
  const value = parseJson(text);
  if (value === undefined) return { kind: 'fault', message: describeFault(text) };
  return /__proto__|\\u/.test(text) && hasPrototype(value)
    ? { kind: 'fault', message: prototypeText }
    : { kind: 'json', value };
};

const prototypeText = 'The body has a field __proto__, and nothing can be called so. Remove it.';

/** Whether a field is called `__proto__`: whatever copies an object by its fields would lose it without a word. */
const hasPrototype = (value: JsonValue): boolean => {
  if (isJsonList(value)) return value.some(hasPrototype);
  return isJsonObject(value) && (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototype));
};

const strict = new TextDecoder('utf-8', { fatal: true });

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
};

/** Brackets inside texts count too, which only makes the bound stricter for bodies that nobody sends. */
const isDeep = (text: string): boolean => {
  if (text.length <= deepestBody) return false;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === openBracket || code === openBrace) depth += 1;
    else if (code === closeBracket || code === closeBrace) depth -= 1;
    if (depth > deepestBody) return true;
  }
  return false;
};

const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

const describeFault = (text: string): string => {
  const at = jsonFaultAt(text);
  const lines = text.slice(0, at).split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  const seen = at >= text.length ? 'the end' : JSON.stringify(text.slice(at, at + 1));
  const place = `line ${lines.length}, column ${column}`;
  const comma = /,\s*$/.exec(text.slice(0, at));
  if (comma === null || !['"}"', '"]"'].includes(seen)) {
    return `The body is not JSON: ${seen} is not expected at ${place}.`;
  }
  const before = text.slice(0, comma.index + 1).split('\n');
  return (
    `The body is not JSON: ${seen} is not expected at ${place}, after the comma at line ${before.length}, ` +
    `column ${(before.at(-1) ?? '').length}. JSON has no comma after the last field: remove it.`
  );
};
