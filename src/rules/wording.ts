const placeholder = /\{([a-zA-Z]+)\}/g;

/** The names of the placeholders of a message, in order. Never throws. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, name]) => name ?? '');
