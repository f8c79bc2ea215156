import type { CtyNumber } from './number';
import { Decimal } from './number';
import { Opaque } from './opaque';
import type { CtyType } from './type';

/** A value of Terraform. Sets are arrays whose order means nothing; an absent value is null, never undefined. */
export type Value = null | boolean | string | CtyNumber | Unknown | Dynamic | readonly Value[] | ObjectValue;

/** An object or a map; every attribute of an object is there, null where it was not set. */
export interface ObjectValue {
  readonly [name: string]: Value;
}

/** What is known about an unknown value; absent fields say nothing. */
export type Refinement = {
  /** False: it is not null. True is never sent, for then it would be known. */
  readonly nullable?: boolean;
  readonly prefix?: string;
  readonly lower?: { readonly bound: CtyNumber; readonly inclusive: boolean };
  readonly upper?: { readonly bound: CtyNumber; readonly inclusive: boolean };
  readonly lengthMin?: number;
  readonly lengthMax?: number;
};

/** A value that is known only after apply. */
export class Unknown extends Opaque {
  constructor(readonly refinement: Refinement = {}) {
    super();
  }
}

/** A value in a place of any type, with the type it has. */
export class Dynamic extends Opaque {
  constructor(
    readonly type: CtyType,
    readonly value: Value,
  ) {
    super();
  }
}

/** The unknown value about which nothing is known. */
export const unknown: Unknown = new Unknown();

export const isUnknown = (value: Value | undefined): value is Unknown => value instanceof Unknown;

/** Null, also where the place is of any type and the null has one. */
export const isNull = (value: Value | undefined): boolean =>
  value === null || value === undefined || (value instanceof Dynamic && isNull(value.value));

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const isObject = (value: Value | undefined): value is ObjectValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Opaque);

export const isNumber = (value: Value | undefined): value is CtyNumber =>
  typeof value === 'number' || value instanceof Decimal;

/** The member of an object by name, null when there is none; safe for names such as `constructor`. */
export const member = (value: Value | undefined, name: string): Value =>
  isObject(value) ? pickAttribute(value, name) : null;

/** The same of what is known to be an object. */
export const pickAttribute = (object: ObjectValue, name: string): Value =>
  Object.hasOwn(object, name) ? (object[name] ?? null) : null;

/** Whether nothing in the value is unknown, at any depth. */
export const isWhollyKnown = (value: Value): boolean => {
  if (value instanceof Unknown) return false;
  if (value instanceof Dynamic) return isWhollyKnown(value.value);
  if (isList(value)) return value.every(isWhollyKnown);
  return isObject(value) ? Object.values(value).every(isWhollyKnown) : true;
};
