import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../domain';
import { isPlain, secretValue } from '../read-template';

/** A value of a plan with the marks beside it: `true` where a part is known only after apply, or is a secret. */
export interface MarkedValue {
  readonly value: JsonValue | undefined;
  readonly unknown: JsonValue | undefined;
  readonly sensitive: JsonValue | undefined;
}

/** What stands in place of a value known only after apply, in Terraform's JSON syntax. */
export const laterValue = '${later}';

/** A part of a marked value: a field of an object, or an item of a list. Never throws. */
export const pickPart = ({ value, unknown, sensitive }: MarkedValue, key: string | number): MarkedValue => ({
  value: at(value, key),
  unknown: unknown === true ? true : at(unknown, key),
  sensitive: sensitive === true ? true : at(sensitive, key),
});

/** The only item of a block: blocks come as lists of one, or as objects; what is no block stays as it is. Undefined: there is none. */
export const pickBlock = (marked: MarkedValue): MarkedValue | undefined => {
  if (marked.unknown === true || marked.sensitive === true) return marked;
  if (marked.value !== undefined && marked.value !== null && !isJsonList(marked.value)) return marked;
  const isThere = isJsonList(marked.value) && marked.value.length > 0;
  const isLater = isJsonList(marked.unknown) && marked.unknown.length > 0;
  return isThere || isLater ? pickPart(marked, 0) : undefined;
};

/** Names of all fields of an object, known or not. Never throws. */
export const listFields = ({ value, unknown }: MarkedValue): readonly string[] => {
  const plain = isJsonObject(value) ? Object.keys(value) : [];
  if (!isJsonObject(unknown)) return plain;
  const later = Object.keys(unknown).filter((field) => !isJsonObject(value) || !Object.hasOwn(value, field));
  return later.length === 0 ? plain : [...plain, ...later];
};

/**
 * The value in Terraform's JSON syntax: what is later or secret becomes an expression, and marks in plain texts are doubled. Never
 * throws.
 */
export const writeTemplate = (marked: MarkedValue): JsonValue => {
  if (marked.sensitive === true) return secretValue;
  if (marked.unknown === true) return laterValue;
  const { value, unknown, sensitive } = marked;
  if (isUnmarked(unknown) && isUnmarked(sensitive) && isPlain(value)) return value ?? null;
  if (typeof value === 'string') return value.includes('{') ? value.replace(/([$%])\{/g, '$1$1{') : value;
  if (isJsonList(value)) return value.map((_, index) => writeTemplate(pickPart(marked, index)));
  if (isJsonObject(value) || isJsonObject(unknown))
    return Object.fromEntries(
      listFields(marked).map((field) => [field, writeTemplate(pickPart(marked, field))] as const),
    );
  return value ?? null;
};

/** Whether a template is an expression, so that its value is not at hand. Never throws. */
export const isLater = (template: JsonValue | undefined): boolean =>
  template === laterValue || template === secretValue;

/** Nothing in it is marked, as an absent or an empty mark says. */
const isUnmarked = (mark: JsonValue | undefined): boolean => {
  if (mark === undefined || mark === null || mark === false) return true;
  if (typeof mark !== 'object') return false;
  return isJsonList(mark) ? mark.every(isUnmarked) : Object.keys(mark).length === 0;
};

const at = (value: JsonValue | undefined, key: string | number): JsonValue | undefined => {
  if (typeof key === 'number') return isJsonList(value) ? value[key] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

/** The text that a field of a value is; undefined: it is none, or not known. Never throws. */
export const readText = (values: MarkedValue, key: string): string | undefined => {
  const { value } = pickPart(values, key);
  return typeof value === 'string' ? value : undefined;
};

/** The object that a value is, or an empty one. Never throws. */
export const objectOr = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});
