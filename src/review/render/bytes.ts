/** Bytes of a text in UTF-8: where a limit is in characters, this is on the safe side of it. */
export const countBytes = (text: string): number => Buffer.byteLength(text, 'utf8');
