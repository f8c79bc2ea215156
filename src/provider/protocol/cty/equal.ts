import { Decimal, sameNumber } from './number';
import { type CtyType, typeJson } from './type';
import { Dynamic, isList, isNumber, isObject, Unknown, type Value } from './value';

/**
 * Whether two values of one type are the same. Two unknowns are the same here, whatever is known about them.
 * The order of a set does not count; how often an element is in it does not either.
 */
export const equal = (type: CtyType, one: Value, other: Value): boolean => {
  if (one === other) return true;
  if (one instanceof Unknown || other instanceof Unknown) return one instanceof Unknown && other instanceof Unknown;
  if (one === null || other === null) return false;
  if (type.kind === 'dynamic') return equalDynamic(one, other);
  if (isList(one) && isList(other)) return equalLists(type, one, other);
  if (isNumber(one) && isNumber(other)) return sameNumber(one, other);
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => {
        const [before, after] = [one[name], other[name]];
        if (before === after) return Object.hasOwn(other, name);
        return Object.hasOwn(other, name) && equal(findType(type, name), before ?? null, after ?? null);
      })
    );
  }
  return one === other;
};

const equalDynamic = (one: Value, other: Value): boolean =>
  one instanceof Dynamic &&
  other instanceof Dynamic &&
  typeKey(one.type) === typeKey(other.type) &&
  equal(one.type, one.value, other.value);

const equalLists = (type: CtyType, one: readonly Value[], other: readonly Value[]): boolean => {
  if (type.kind === 'set') {
    const keys = new Set(one.map((value) => computeKey(type.element, value)));
    const others = new Set(other.map((value) => computeKey(type.element, value)));
    return keys.size === others.size && [...keys].every((key) => others.has(key));
  }
  return (
    one.length === other.length && one.every((value, index) => equal(typeAt(type, index), value, other[index] ?? null))
  );
};

/** A text that two values of the type share exactly when they are equal; elements of sets are compared by it. */
export const computeKey = (type: CtyType, value: Value): string => {
  if (value === null) return 'null';
  if (value instanceof Unknown) return 'unknown';
  if (value instanceof Dynamic) return `${typeKey(value.type)}:${computeKey(value.type, value.value)}`;
  if (value instanceof Decimal) return `#${value.toString()}`;
  if (isList(value)) {
    const keys = value.map((element, index) => computeKey(typeAt(type, index), element));
    return `[${(type.kind === 'set' ? [...new Set(keys)].sort() : keys).join()}]`;
  }
  if (isObject(value)) {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${computeKey(findType(type, name), value[name] ?? null)}`).join()}}`;
  }
  return typeof value === 'number' ? `#${value}` : JSON.stringify(value);
};

const typeKey = (type: CtyType): string =>
  JSON.stringify(typeJson(type), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** The type of an object's attribute or a map's element. */
export const findType = (type: CtyType, name: string): CtyType => {
  if (type.kind === 'object') return Object.hasOwn(type.attributes, name) ? (type.attributes[name] ?? any) : any;
  return type.kind === 'map' ? type.element : any;
};

/** The type of an element of a list, set or tuple. */
export const typeAt = (type: CtyType, index: number): CtyType => {
  if (type.kind === 'tuple') return type.elements[index] ?? any;
  return type.kind === 'list' || type.kind === 'set' ? type.element : any;
};

const any: CtyType = { kind: 'dynamic' };
