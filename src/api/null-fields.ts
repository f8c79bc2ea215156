import { $ZodArray, $ZodNullable, $ZodObject, $ZodOptional, safeParse, type $ZodType } from 'zod/v4/core';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../domain';

/**
 * A body without the fields that are null where null has no meaning of its own: the vendor's clients send it for what is not given.
 * What is required stays as it was sent, and what no schema describes too.
 */
export const withoutNulls = (schema: $ZodType, sent: JsonValue): JsonValue => {
  if (schema instanceof $ZodOptional || schema instanceof $ZodNullable) {
    return withoutNulls(schema._zod.def.innerType, sent);
  }
  if (schema instanceof $ZodArray && isJsonList(sent)) {
    return sent.map((item) => withoutNulls(schema._zod.def.element, item));
  }
  return schema instanceof $ZodObject && isJsonObject(sent) ? withoutNullFields(schema, sent) : sent;
};

const withoutNullFields = (schema: $ZodObject, sent: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]): readonly (readonly [string, JsonValue])[] => {
      const field = Object.hasOwn(schema._zod.def.shape, name) ? schema._zod.def.shape[name] : undefined;
      if (field === undefined) return [[name, value]];
      return value === null && isAbsentWhenNull(field) ? [] : [[name, withoutNulls(field, value)]];
    }),
  );

/** Null says no more of this optional field than that it is not given. */
const isAbsentWhenNull = (field: $ZodType): boolean =>
  field._zod.optin === 'optional' && !safeParse(field, null).success;

/** The JSON schema of what may be sent: null stands beside every field that it leaves out. */
export const orNulls = (schema: $ZodType, json: JsonObject): JsonObject => {
  if (schema instanceof $ZodOptional) return orNulls(schema._zod.def.innerType, json);
  const { items, properties } = json;
  if (schema instanceof $ZodArray && isJsonObject(items)) {
    return { ...json, items: orNulls(schema._zod.def.element, items) };
  }
  if (!(schema instanceof $ZodObject) || !isJsonObject(properties)) return json;
  const { shape } = schema._zod.def;
  const fields = Object.entries(properties).map(([name, property]) => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    return [name, field === undefined || !isJsonObject(property) ? property : orNull(field, property)] as const;
  });
  return { ...json, properties: Object.fromEntries(fields) };
};

const orNull = (field: $ZodType, property: JsonObject): JsonObject => {
  const inner = orNulls(field, property);
  return isAbsentWhenNull(field) ? { anyOf: [inner, { type: 'null' }] } : inner;
};
