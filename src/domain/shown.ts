import { withoutCredentials } from './credentials';

/** At most 60 characters of a value, as a message shows it: of an address, without who logs in by it. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = withoutCredentials(JSON.stringify(value));
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
};
