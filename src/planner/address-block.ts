/**
 * Whether a text is an address of version 4 or 6, or a block of them: with the length of its prefix or, in version 4, with its mask.
 * Bits beyond the prefix may be set. Never throws.
 */
export const isAddressBlock = (text: string): boolean => version4.test(text) || isVersion6(text);

const octet = '(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])';
const dotted = `${octet}(?:\\.${octet}){3}`;
const version4 = new RegExp(`^${dotted}(?:/(?:${dotted}|0{0,2}[0-9]|0?[12][0-9]|0?3[0-2]))?$`);

/** Groups are counted later: where the pattern counted them, it would try every way to cut a long text into groups. */
const shape = new RegExp(`^[0-9A-Fa-f:]*(?:${dotted})?(?:/([0-9]{1,3}))?$`);
const dottedEnd = new RegExp(`(^|:)${dotted}$`);
const wholeGroup = /^[0-9A-Fa-f]{1,4}$/;

/** The groups are counted where `::` is written out in full. */
const isVersion6 = (text: string): boolean => {
  const match = shape.exec(text);
  if (match === null || Number(match[1] ?? 0) > 128) return false;
  const address = text.replace(/\/.*$/, '').replace(dottedEnd, '$10:0');
  const gaps = address.match(/::/g)?.length ?? 0;
  if (gaps > 1 || address.includes('.') || address.includes(':::')) return false;
  const written = address.split(':').filter((group) => group !== '');
  const isClosed = !/^:(?!:)|(?<!:):$/.test(address);
  const isWhole = gaps === 0 ? written.length === 8 : written.length <= 7;
  return isClosed && isWhole && written.every((group) => wholeGroup.test(group));
};
