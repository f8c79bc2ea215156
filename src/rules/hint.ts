/** The end of a remedy about a misspelt name: the one that was meant, else what to do without. */
export const meantOr = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean "${nearest}"?`;

/** The same, of the names at one place. */
export const nearText = (nearest: string | undefined): string => meantOr(nearest, 'No name there is near it.');
