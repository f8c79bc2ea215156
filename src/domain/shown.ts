import { withoutCredentials } from './credentials';

/** At most 60 characters of a value, as a message shows it: of an address, without who logs in by it. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = withoutCredentials(textOf(value));
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
};

/** As JSON; what code made and JSON has no word for (a function, a big integer, a circle), as JavaScript names it. */
const textOf = (value: unknown): string => {
  try {
    // It gives undefined for a function and a symbol, which its type does not say.
    const json: unknown = JSON.stringify(value);
    return typeof json === 'string' ? json : `a ${typeof value}`;
  } catch {
    return typeof value === 'bigint' ? `${value}n` : `a ${typeof value}`;
  }
};
