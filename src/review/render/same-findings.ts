import type { Finding } from '../../domain';

/** A finding, with every instance of one block that it was made of in the same words. */
export interface SameFinding {
  readonly finding: Finding;
  /** In the order of the review; the first is that of the finding. */
  readonly addresses: readonly string[];
}

const indexes = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** The block that an instance comes from: its address without indexes. Never throws. */
export const blockName = (address: string): string => address.replace(indexes, '');

/** Findings of the instances of one block that say the same, as one each, where the first of them stood. Never throws. */
export const sameFindings = (findings: readonly Finding[]): readonly SameFinding[] => {
  const groups = new Map<string, { readonly finding: Finding; readonly addresses: string[] }>();
  for (const finding of findings) {
    const { address, ...said } = finding;
    const key = JSON.stringify([blockName(address), said]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { finding, addresses: [address] });
    else group.addresses.push(address);
  }
  return [...groups.values()];
};
