import { ValueError } from '../error';

/** The type of a Terraform value. */
export type CtyType =
  | { readonly kind: 'string' | 'number' | 'bool' | 'dynamic' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: CtyType }
  | { readonly kind: 'object'; readonly attributes: Readonly<Record<string, CtyType>> }
  | { readonly kind: 'tuple'; readonly elements: readonly CtyType[] };

export const string: CtyType = { kind: 'string' };
export const number: CtyType = { kind: 'number' };
export const bool: CtyType = { kind: 'bool' };
/** Any type; the value carries its own. */
export const dynamic: CtyType = { kind: 'dynamic' };
export const listOf = (element: CtyType): CtyType => ({ kind: 'list', element });
export const setOf = (element: CtyType): CtyType => ({ kind: 'set', element });
export const mapOf = (element: CtyType): CtyType => ({ kind: 'map', element });
export const objectOf = (attributes: Readonly<Record<string, CtyType>>): CtyType => ({ kind: 'object', attributes });
export const tupleOf = (elements: readonly CtyType[]): CtyType => ({ kind: 'tuple', elements });

/** A type nests at most this deep; deeper input is refused, so that no input overflows the stack. */
export const depthMax = 128;

/** What `typeJson` writes and `parseType` reads. */
type TypeJson = string | readonly unknown[];

/** The JSON form of a type, as schemas and dynamic values carry it: `"string"`, `["list","string"]`. */
export const typeJson = (type: CtyType): TypeJson => {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return [type.kind, typeJson(type.element)];
    case 'object':
      return [type.kind, Object.fromEntries(Object.entries(type.attributes).map(([k, v]) => [k, typeJson(v)]))];
    case 'tuple':
      return [type.kind, type.elements.map(typeJson)];
    default:
      return type.kind;
  }
};

/** Reads the JSON form of a type. @throws ValueError when it is none, or nests deeper than `depthMax`. */
export const parseType = (json: unknown, depth = 0): CtyType => {
  if (depth > depthMax) throw new ValueError(`A type may nest at most ${depthMax} deep.`);
  switch (json) {
    case 'string':
    case 'number':
    case 'bool':
    case 'dynamic':
      return { kind: json };
  }
  if (Array.isArray(json)) {
    const parts: readonly unknown[] = json;
    const [kind, of] = parts;
    if (kind === 'list' || kind === 'set' || kind === 'map') return { kind, element: parseType(of, depth + 1) };
    if (kind === 'tuple' && Array.isArray(of)) return { kind, elements: of.map((one) => parseType(one, depth + 1)) };
    if (kind === 'object' && typeof of === 'object' && of !== null) {
      return {
        kind,
        attributes: Object.fromEntries(Object.entries(of).map(([name, one]) => [name, parseType(one, depth + 1)])),
      };
    }
  }
  throw new ValueError(`${JSON.stringify(json)} is not a type: Terraform and the provider disagree on the protocol.`);
};

/** Whether a value of the type may hold a value of any type somewhere. */
export const hasDynamic = (type: CtyType): boolean => {
  switch (type.kind) {
    case 'dynamic':
      return true;
    case 'list':
    case 'set':
    case 'map':
      return hasDynamic(type.element);
    case 'object':
      return Object.values(type.attributes).some(hasDynamic);
    case 'tuple':
      return type.elements.some(hasDynamic);
    default:
      return false;
  }
};
