import { isFields } from './json';
import { once } from './once';
import { patternWords } from './pattern-words';
import { shown } from './shown';

/**
 * What a value of JSON may be, checked without a schema: a process that Terraform starts for one service would spend as much on
 * making schemas as on its work (decision 0009). The build makes shapes of schemas; nobody writes one by hand.
 */
export type Shape = (value: unknown) => Fault | undefined;

/** What is wrong with a value, and where in it. */
interface Fault {
  readonly path: readonly string[];
  readonly what: string;
}

const fault = (expected: string, value: unknown): Fault => ({
  path: [],
  what: `expected ${expected}, got ${shown(value)}`,
});

/** A check of values that turn out to be of a type. */
export interface Check<T> {
  readonly is: (value: unknown) => value is T;
  /** The first thing that is wrong with a value that is not, in the words of `schemaFault`; `whole` names the value itself. */
  readonly faultIn: (value: unknown, whole: string) => string;
}

/** The check of a shape, which is made when it is first asked for. It is the build that knows the type of what passes. */
export const checkOf = <T>(make: () => Shape): Check<T> => {
  const shape = once(make);
  return {
    is: (value): value is T => shape()(value) === undefined,
    faultIn: (value, whole) => {
      const { path, what } = shape()(value) ?? { path: [], what: 'it has the wrong form' };
      return `${path.length === 0 ? whole : path.join('.')}: ${what}`;
    },
  };
};

/** A text. */
export const text: Shape = (value) => (typeof value === 'string' ? undefined : fault('string', value));

/** A text of at most so many characters. */
export const textUpTo =
  (longest: number): Shape =>
  (value) =>
    typeof value !== 'string' || value.length <= longest ? text(value) : fault(`at most ${longest} characters`, value);

/** A text that such a check has passed, and that has this form. */
export const matching =
  (pattern: RegExp, before: Shape = text): Shape =>
  (value) =>
    before(value) ??
    (typeof value === 'string' && pattern.test(value) ? undefined : fault(patternWords(pattern), value));

/** Null. */
export const nothing: Shape = (value) => (value === null ? undefined : fault('null', value));

/** True or false. */
export const truth: Shape = (value) => (typeof value === 'boolean' ? undefined : fault('boolean', value));

/** A whole number that is exact. */
export const whole: Shape = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault('number', value);
  if (!Number.isInteger(value)) return fault('integer', value);
  if (Number.isSafeInteger(value)) return undefined;
  return value > 0
    ? fault(`at most ${Number.MAX_SAFE_INTEGER}`, value)
    : fault(`at least ${Number.MIN_SAFE_INTEGER}`, value);
};

/** A number. */
export const amount: Shape = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : fault('number', value);

/** One of these values. */
export const oneOf =
  (...values: readonly (string | number | boolean)[]): Shape =>
  (value) =>
    values.some((allowed) => allowed === value)
      ? undefined
      : fault(values.map((allowed) => JSON.stringify(allowed)).join(' or '), value);

/** Any JSON; what only JavaScript knows is none. */
export const json: Shape = (value) => {
  if (Array.isArray(value)) return listOf(json)(value);
  if (isFields(value)) return mapOf(json)(value);
  const isJson = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  return isJson ? undefined : { path: [], what: `none of the allowed forms, got ${shown(value)}` };
};

/** A list of such values. */
export const listOf =
  (item: Shape): Shape =>
  (value) =>
    Array.isArray(value) ? firstFault(value.entries(), () => item) : fault('array', value);

/** The same, of at most so many. */
export const listUpTo =
  (most: number, item: Shape): Shape =>
  (value) =>
    listOf(item)(value) ??
    (Array.isArray(value) && value.length > most ? fault(`at most ${most} items`, value) : undefined);

/** Such values under any names. */
export const mapOf =
  (item: Shape): Shape =>
  (value) =>
    isFields(value) ? firstFault(Object.entries(value), () => item) : fault('object', value);

/** A value that may be left out. */
export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? undefined : shape(value);

/** A value, or null. */
export const nullable =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? undefined : shape(value);

/** These fields, and any others. */
export const fieldsAtLeast =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isFields(value)
      ? firstFault(
          Object.keys(shapes).map((name) => [name, value[name]] as const),
          (name) => shapes[name],
        )
      : fault('object', value);

/** Exactly these fields. */
export const fields =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    const known = fieldsAtLeast(shapes)(value);
    if (known !== undefined || !isFields(value)) return known;
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(shapes, name));
    const names = unknown.map((name) => JSON.stringify(name)).join(', ');
    return unknown.length === 0 ? undefined : { path: [], what: `unknown field ${names}` };
  };

const firstFault = <Key extends number | string>(
  entries: Iterable<readonly [Key, unknown]>,
  shapeOf: (key: Key) => Shape | undefined,
): Fault | undefined => {
  for (const [key, value] of entries) {
    const inner = shapeOf(key)?.(value);
    if (inner !== undefined) return { path: [String(key), ...inner.path], what: inner.what };
  }
  return undefined;
};
