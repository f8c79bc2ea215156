import type { CardFinding, CardService } from '../../domain';
import { groupMissingFacts, type MissingFacts } from './card-rows';
import { saidBy, sameMissing, groupSame, type Same } from './same-findings';

/** What a card says at one of its services: what is true of several instances of a block stands at the first of them. */
export interface SaidAt {
  readonly findings: readonly Same<CardFinding>[];
  readonly open: readonly Same<MissingFacts>[];
  /** How much of it is said elsewhere, such as `3 more as at aiven_pg.copy["a"]`; undefined: nothing is. */
  readonly elsewhere: string | undefined;
}

/** What is said at each of the services of a card. Never throws. */
export const saidAt = (services: readonly CardService[]): ((service: CardService) => SaidAt) => {
  const findings = groupSame(saidBy(services, ({ findings: own }) => own));
  const open = sameMissing(saidBy(services, ({ undecided }) => groupMissingFacts(undecided)));
  const [foundAt, openAt] = [byFirst(findings), byFirst(open)];
  const repeats = new Map<string, string[]>();
  for (const { addresses } of [...findings, ...open]) {
    const [first = '', ...others] = addresses;
    for (const other of others) repeats.set(other, [...(repeats.get(other) ?? []), first]);
  }
  return ({ address }) => ({
    findings: foundAt.get(address) ?? [],
    open: openAt.get(address) ?? [],
    elsewhere: elsewhereWords(repeats.get(address) ?? []),
  });
};

const byFirst = <T>(all: readonly Same<T>[]): ReadonlyMap<string, readonly Same<T>[]> => {
  const groups = new Map<string, Same<T>[]>();
  for (const same of all) {
    const [first = ''] = same.addresses;
    groups.set(first, [...(groups.get(first) ?? []), same]);
  }
  return groups;
};

const elsewhereWords = (firsts: readonly string[]): string | undefined =>
  firsts.length === 0 ? undefined : `${firsts.length} more as at ${[...new Set(firsts)].join(', ')}`;
