import { isJsonList, isJsonObject, type JsonValue } from '../../../src/domain';

/** What an answer documents: the type of a value, a list of shapes, or fields by name; a name that ends in `?` may be absent. */
export type Shape = string | readonly Shape[] | { readonly [field: string]: Shape };

/** Fields whose type the description writes without saying that they may be null, as the clients know them to be. */
const nullable = [
  'project_vpc_id',
  'service_uri',
  'pitr_range_start',
  'pitr_range_end',
  'connection_uri',
  'current',
  'min',
  'max',
];

/** Where a value lacks a field of its shape, or has one of another type: a line each. Never throws. */
export const missingFields = (value: JsonValue | undefined, shape: Shape, path: string): readonly string[] => {
  if (value === undefined) return [`${path} is missing`];
  if (typeof shape === 'string')
    return isOf(value, shape, path) ? [] : [`${path} is ${JSON.stringify(value)}, no ${shape}`];
  if (isList(shape)) {
    if (!isJsonList(value)) return [`${path} is no list`];
    return value.flatMap((one, index) => shape.flatMap((item) => missingFields(one, item, `${path}[${index}]`)));
  }
  if (!isJsonObject(value)) return [`${path} is no object`];
  return Object.entries(shape).flatMap(([name, field]) => {
    const key = name.replace(/\?$/, '');
    const isOptional = name !== key;
    return isOptional && (value[key] ?? null) === null ? [] : missingFields(value[key], field, `${path}.${key}`);
  });
};

const isList = (shape: Shape): shape is readonly Shape[] => Array.isArray(shape);

const isOf = (value: JsonValue, type: string, path: string): boolean => {
  if (value === null) return nullable.includes(path.split('.').at(-1) ?? '');
  if (type.includes('|')) return typeof value === 'string' && type.split('|').includes(value);
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'any':
      return true;
    default:
      return typeof value === type;
  }
};
