import type * as z from 'zod/mini';
import { Instant } from './entry';
import { parseInstant } from './instant-text';
import { isFields } from './json';
import { once } from './once';

/** Gives what a schema makes of a value, or `unsure`, where the schema has to look itself. */
type Reader = (value: unknown) => unknown;

const unsure = Symbol('unsure');
const neverSure: Reader = () => unsure;

/**
 * Parses as a schema does. The schema itself is only asked for what is not surely right: to tell a fault, and for what nothing here reads.
 * A file has tens of thousands of values, and asked for each it takes three times as long. What is read has the order of the value's own
 * fields, and shares with it what the schema leaves as it is.
 */
export const quickly = <Schema extends z.ZodMiniType>(
  schema: Schema,
): ((value: unknown) => z.core.util.SafeParseResult<z.output<Schema>>) => {
  const reader = once(() => makeReader(schema));
  return (value) => {
    const read = reader()(value);
    if (read === unsure) return schema.safeParse(value, { reportInput: true });
    // It is what the schema gives: the compiler cannot follow the way through its definition.
    return { success: true, data: read as z.output<Schema> };
  };
};

/** Every schema is of one of zod's own types. */
const definition = (schema: z.core.$ZodType) => (schema as z.core.$ZodTypes)._zod.def;

const makeReader = (schema: z.core.$ZodType): Reader => {
  if (schema === Instant) return (value) => parseInstant(value) ?? unsure;
  const def = definition(schema);
  if (def.checks !== undefined && def.checks.length > 0) return neverSure;
  switch (def.type) {
    case 'string':
      return 'format' in def ? neverSure : onlyIf((value) => typeof value === 'string');
    case 'number':
      if (!('format' in def)) return onlyIf(Number.isFinite);
      return def.format === 'safeint' ? onlyIf(Number.isSafeInteger) : neverSure;
    case 'boolean':
      return onlyIf((value) => typeof value === 'boolean');
    case 'literal':
      return among(def.values);
    case 'enum':
      return among(Object.values(def.entries));
    case 'optional':
      return makeReader(def.innerType);
    case 'nullable':
      return orNull(makeReader(def.innerType));
    case 'array':
      return readItems(makeReader(def.element));
    case 'record':
      return isPlainText(def.keyType) ? readMembers(makeReader(def.valueType)) : neverSure;
    case 'object':
      return readObject(def);
    case 'union':
      return oneForm(def);
    case 'lazy':
      return isAnyJson(def.getter()) ? onlyIf(isJson) : neverSure;
    default:
      return neverSure;
  }
};

const onlyIf =
  (isRight: (value: unknown) => boolean): Reader =>
  (value) =>
    isRight(value) ? value : unsure;

const among = (values: readonly unknown[]): Reader => onlyIf((value) => values.includes(value));

const orNull =
  (inner: Reader): Reader =>
  (value) =>
    value === null ? null : inner(value);

const readItems =
  (item: Reader): Reader =>
  (value) => {
    if (!Array.isArray(value)) return unsure;
    const read = value.map(item);
    return read.includes(unsure) ? unsure : read;
  };

/** An object that holds what is read of each field: the value itself, where that is all the same. */
const readEach = (value: unknown, readField: (name: string, field: unknown) => unknown): unknown => {
  if (!isPlain(value)) return unsure;
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const field = value[name];
    const read = readField(name, field);
    if (read === unsure) return unsure;
    if (read !== field) (copy ??= { ...value })[name] = read;
  }
  return copy ?? value;
};

/** Only as JSON makes it; of a field `__proto__` a schema leaves nothing. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isFields(value) && Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, '__proto__');

const readMembers =
  (item: Reader): Reader =>
  (value) =>
    readEach(value, (_, field) => item(field));

const readObject = ({ shape, catchall }: z.core.$ZodObjectDef): Reader => {
  const others = catchall === undefined ? undefined : definition(catchall).type;
  if (others !== 'never' && others !== 'unknown') return neverSure;
  const readOther: Reader = others === 'never' ? neverSure : (field) => field;
  const readers = new Map(Object.entries(shape).map(([name, schema]) => [name, makeReader(schema)]));
  const needed = Object.keys(shape).filter((name) => !mayBeAbsent(shape[name]));
  const readField = (name: string, field: unknown): unknown => (readers.get(name) ?? readOther)(field);
  return (value) =>
    isFields(value) && needed.every((name) => Object.hasOwn(value, name)) ? readEach(value, readField) : unsure;
};

/** Surely, and then is: what has a default is not. */
const mayBeAbsent = (schema: z.core.$ZodType | undefined): boolean => {
  const def = schema && definition(schema);
  return def?.type === 'optional' && def.innerType._zod.optin === undefined;
};

/** Of several forms a value has one at most: they differ in one field, or are of a kind of JSON each. */
const oneForm = (def: z.core.$ZodUnionDef): Reader => {
  const kinds = new Set(def.options.map(findKind));
  if (!('discriminator' in def) && (kinds.has(undefined) || kinds.size < def.options.length)) return neverSure;
  const forms = def.options.map(makeReader);
  return (value) => {
    for (const form of forms) {
      const read = form(value);
      if (read !== unsure) return read;
    }
    return unsure;
  };
};

const findKind = (schema: z.core.$ZodType): string | undefined => {
  const def = definition(schema);
  if (def.type === 'literal') return def.values.every((value) => typeof value === 'string') ? 'string' : undefined;
  return ['string', 'number', 'array', 'object'].find((kind) => kind === def.type);
};

/** A text of any form. */
const isPlainText = (schema: z.core.$ZodType): boolean => {
  const def = definition(schema);
  return def.type === 'string' && def.checks === undefined && !('format' in def);
};

/** Any JSON is the one schema that holds itself. */
const isAnyJson = (schema: z.core.$ZodType): boolean => {
  const def = definition(schema);
  const types = def.type === 'union' ? def.options.map((option) => definition(option).type) : [];
  return types.join(' ') === 'string number boolean null array record';
};

const isJson = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(isJson);
  if (isPlain(value)) return Object.values(value).every(isJson);
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
};
