/** A word as a POSIX shell reads it back, quoted where it has to be. Never throws. */
export const shellText = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
