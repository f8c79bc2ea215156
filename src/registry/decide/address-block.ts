import { isJsonObject, withoutCredentials, type JsonValue } from '../../domain';

/**
 * What is wrong with an item of `ip_filter`, as the end of a sentence; undefined: it is an address or a block of them, alone or as the
 * `network` of an object. @see API reference, user_config.ip_filter: "Allow incoming connections from CIDR address block"
 */
export const addressFault = (item: JsonValue): string | undefined => {
  const text = typeof item === 'string' ? item : readNetwork(item);
  if (text === undefined) return 'takes addresses and blocks: texts, or objects with a network';
  return isBlock(text)
    ? undefined
    : `takes addresses and blocks such as 192.0.2.0/24, got ${withoutCredentials(JSON.stringify(text)).slice(0, 80)}`;
};

const readNetwork = (item: JsonValue): string | undefined => {
  const network = isJsonObject(item) ? item['network'] : undefined;
  return typeof network === 'string' ? network : undefined;
};

const isBlock = (text: string): boolean => {
  const [address = '', length, more] = text.split('/');
  if (more !== undefined) return false;
  const bits = isVersion4(address) ? 32 : isVersion6(address) ? 128 : 0;
  if (bits === 0) return false;
  return length === undefined || isLength(length, bits) || (bits === 32 && isVersion4(length));
};

const isLength = (text: string, most: number): boolean => /^\d{1,3}$/.test(text) && Number(text) <= most;

const isVersion4 = (text: string): boolean => {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
};

/** Eight groups of four hexadecimal digits; `::` stands for one group of zeros or more, and the last two may be an address of version 4. */
const isVersion6 = (text: string): boolean => {
  const [left = '', right, more] = text.split('::');
  if (more !== undefined) return false;
  const groups = [left, right ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  const last = groups.at(-1) ?? '';
  const isMixed = last.includes('.') && isVersion4(last) && text.endsWith(last);
  const plain = isMixed ? groups.slice(0, -1) : groups;
  const count = plain.length + (isMixed ? 2 : 0);
  return plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (right === undefined ? count === 8 : count <= 7);
};
