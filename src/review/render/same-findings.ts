import { blockAddress } from '../../domain';

/** `aiven_pg.copy (24 instances)`, or the address of the only one. Never throws. */
export const placeWords = (addresses: readonly string[]): string => {
  const [first = ''] = addresses;
  return addresses.length === 1 ? first : `${blockAddress(first)} (${addresses.length} instances)`;
};

/** Something that is said of an instance. */
export interface Said<T> {
  readonly address: string;
  readonly said: T;
}

/** What is said at each service, with its address. Never throws. */
export const saidBy = <S extends { readonly address: string }, T>(
  services: readonly S[],
  of: (service: S) => readonly T[],
): readonly Said<T>[] => services.flatMap((service) => of(service).map((said) => ({ address: service.address, said })));

/** Something that is said in the same words of every instance of one block. */
export interface Same<T> {
  readonly said: T;
  /** In the order of the review; what was said first was said of the first. */
  readonly addresses: readonly string[];
}

/** What is said of the instances of one block in the same words, as one each, where the first of them stood. Never throws. */
export const groupSame = <T>(all: readonly Said<T>[]): readonly Same<T>[] => grouped(all, ({ said }) => said);

/** The same for names of missing facts, in which an instance names itself: several of them name their block. Never throws. */
export const sameMissing = <T extends { readonly missing: readonly string[] }>(
  all: readonly Said<T>[],
): readonly Same<T>[] =>
  grouped(all, ({ address, said }) => {
    const block = blockAddress(address);
    if (block === address) return said;
    return { ...said, missing: said.missing.map((name) => name.replaceAll(address, block)) };
  });

/** Groups what `ofBlock` makes equal; what was said of one alone stays as it was said. */
const grouped = <T>(all: readonly Said<T>[], ofBlock: (one: Said<T>) => T): readonly Same<T>[] => {
  const groups = new Map<string, { readonly own: T; readonly shared: T; readonly addresses: string[] }>();
  for (const one of all) {
    const shared = ofBlock(one);
    const key = JSON.stringify([blockAddress(one.address), shared]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { own: one.said, shared, addresses: [one.address] });
    else group.addresses.push(one.address);
  }
  return [...groups.values()].map(({ own, shared, addresses }) => ({
    said: addresses.length === 1 ? own : shared,
    addresses,
  }));
};
