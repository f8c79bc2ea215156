import { NameUnsendableError } from './errors';

/** The path of an operation with names in its parts, so that it reaches the registry as it is. @throws NameUnsendableError */
export const filledPath = (template: string, names: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_part, part: string) => pathPart(names[part] ?? ''));

/**
 * A name as one part of a path. Everything but letters, digits and `-_.!~*'()` is encoded. What is left of `.` and `..` in any spelling is
 * read as a step in the path by whoever parses a URL, before it is sent; nothing at all ends at the path above.
 * @throws NameUnsendableError for these, and for what is no text in UTF-8
 */
export const pathPart = (name: string): string => {
  if (name === '' || name === '.' || name === '..') throw new NameUnsendableError(name);
  try {
    return encodeURIComponent(name);
  } catch (cause) {
    throw new NameUnsendableError(name, { cause });
  }
};
