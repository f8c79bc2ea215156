/**
 * The text in the bytes of a file: UTF-8, or UTF-16 as some shells write it, without the mark that may stand before it. Never throws.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const text = new TextDecoder(detectEncoding(bytes)).decode(bytes);
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
};

/** A mark says it; else a zero beside the first character, which no text in UTF-8 has. */
const detectEncoding = ([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8';
};
