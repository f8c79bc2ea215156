const indexes = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** The block that an instance comes from: its address without indexes. Never throws. */
export const blockName = (address: string): string => address.replace(indexes, '');

/** `aiven_pg.copy (24 instances)`, or the address of the only one. Never throws. */
export const placeWords = (addresses: readonly string[]): string => {
  const [first = ''] = addresses;
  return addresses.length === 1 ? first : `${blockName(first)} (${addresses.length} instances)`;
};

/** Something that is said of an instance. */
export interface Said<T> {
  readonly address: string;
  readonly said: T;
}

/** Something that is said in the same words of every instance of one block. */
export interface Same<T> {
  readonly said: T;
  /** In the order of the review; what was said first was said of the first. */
  readonly addresses: readonly string[];
}

/** What is said of the instances of one block in the same words, as one each, where the first of them stood. Never throws. */
export const sameOf = <T>(all: readonly Said<T>[]): readonly Same<T>[] => {
  const groups = new Map<string, { readonly said: T; readonly addresses: string[] }>();
  for (const { address, said } of all) {
    const key = JSON.stringify([blockName(address), said]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { said, addresses: [address] });
    else group.addresses.push(address);
  }
  return [...groups.values()];
};

/** The same for names of missing facts, in which an instance names itself: several of them name their block. Never throws. */
export const sameMissing = <T extends { readonly missing: readonly string[] }>(
  all: readonly Said<T>[],
): readonly Same<T>[] => {
  const ofBlock = ({ address, said }: Said<T>): Said<T> => ({
    address,
    said: { ...said, missing: said.missing.map((name) => name.replaceAll(address, blockName(address))) },
  });
  const own = new Map(all.map((one) => [JSON.stringify([one.address, ofBlock(one).said]), one.said]));
  return sameOf(all.map(ofBlock)).map(({ said, addresses }) => {
    const [first = '', ...more] = addresses;
    const single = more.length === 0 ? own.get(JSON.stringify([first, said])) : undefined;
    return { said: single ?? said, addresses };
  });
};
