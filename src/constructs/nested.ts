import type { Expression, SecretReference } from './source';

/** A value inside an object or array setting. Keys inside are the API's own names, such as `shared_preload_libraries`. */
export type NestedValue =
  null | boolean | number | string | Expression | SecretReference | readonly NestedValue[] | NestedObject;

/** An object setting, in the API's own names. */
export interface NestedObject {
  readonly [key: string]: NestedValue;
}
