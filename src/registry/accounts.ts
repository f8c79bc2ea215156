import type { EpochMs } from '../domain';
import type { DatedRecord } from './records';
import { drawHash, drawUuid } from './seeded';

/** The root of an organization, or a unit of one; a project belongs to one of them. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Null: it is the root. */
  readonly parent: string | null;
  readonly root: string;
  readonly organizationId: string;
  /** The group that pays for its projects that were told no other one; nobody makes it, and it stays. */
  readonly primaryBillingGroup: string;
  /** Null: it is as old as the registry knows. */
  readonly createdAt: EpochMs | null;
  readonly changedAt: EpochMs | null;
}

/** Every account: those that a world names, whose name is their id, and those that were made by a client. */
export const listAccounts = (organizations: readonly string[], records: readonly DatedRecord[]): readonly Account[] => {
  const kept = new Map(records.map((record) => [record.id, record]));
  const ids = [...new Set([...organizations, ...kept.keys()])];
  const parentOf = (id: string): string | null => textOr(kept.get(id)?.value['parent'], null);
  const rootOf = (id: string): string => {
    const parent = parentOf(id);
    return parent === null || parent === id ? id : rootOf(parent);
  };
  return ids.map((id) => {
    const record = kept.get(id);
    const root = rootOf(id);
    return {
      id,
      name: textOr(record?.value['name'], id),
      parent: parentOf(id),
      root,
      organizationId: organizationIdOf(root),
      primaryBillingGroup: drawUuid('billing-group', root),
      createdAt: record?.createdAt ?? null,
      changedAt: record?.changedAt ?? null,
    };
  });
};

/** The account that a client means by its id, by the id of its organization, or by its name; undefined: none. */
export const findAccount = (accounts: readonly Account[], asked: string): Account | undefined =>
  accounts.find(({ id }) => id === asked) ??
  accounts.find(({ parent, organizationId }) => parent === null && organizationId === asked) ??
  accounts.find(({ name }) => name === asked);

/** Clients tell the id of an organization from that of an account by its form: `org` and hexadecimal digits. */
const organizationIdOf = (root: string): string =>
  `org${/^a[0-9a-f]{11}$/u.test(root) ? root : drawHash('organization', root).slice(0, 11)}`;

const textOr = <T>(value: unknown, other: T): string | T => (typeof value === 'string' ? value : other);
