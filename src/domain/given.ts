/** Those of the fields that were given: what is undefined or null is not there. */
export const given = <T extends object>(fields: T): { readonly [K in keyof T]?: NonNullable<T[K]> } => {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  // Entries of T with the empty ones taken out are entries of the type above.
  return Object.fromEntries(present) as { readonly [K in keyof T]?: NonNullable<T[K]> };
};
