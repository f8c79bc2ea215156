/**
 * Whether a text is an address of version 4 or 6, or a block of them: with the length of its prefix or, in version 4, with its mask.
 * Bits beyond the prefix may be set. Never throws.
 */
export const isAddressBlock = (text: string): boolean => version4.test(text) || isVersion6(text);

const octet = '(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])';
const dotted = `${octet}(?:\\.${octet}){3}`;
const version4 = new RegExp(`^${dotted}(?:/(?:${dotted}|0{0,2}[0-9]|0?[12][0-9]|0?3[0-2]))?$`);

const hex = '[0-9A-Fa-f]{1,4}';
const shape = new RegExp(`^(?:${hex}|:|${dotted}(?=/|$))+(?:/([0-9]{1,3}))?$`);

/** The groups are counted where `::` is written out in full. */
const isVersion6 = (text: string): boolean => {
  const length = shape.exec(text)?.[1] ?? '0';
  if (!shape.test(text) || Number(length) > 128) return false;
  const address = text.replace(/\/.*$/, '').replace(new RegExp(`(^|:)${dotted}$`), '$10:0');
  const gaps = address.match(/::/g)?.length ?? 0;
  if (gaps > 1 || address.includes('.') || address.includes(':::')) return false;
  if (gaps === 0) return new RegExp(`^${hex}(?::${hex}){7}$`).test(address);
  const written = address.split(':').filter((group) => group !== '');
  const isClosed = !/^:(?!:)|(?<!:):$/.test(address);
  return isClosed && written.length <= 7 && written.every((group) => new RegExp(`^${hex}$`).test(group));
};
