/** Makes a value when it is first asked for, and keeps it: a short process pays for no schema and no table that it does not use. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
