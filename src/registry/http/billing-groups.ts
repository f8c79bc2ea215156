import type { JsonObject } from '../../domain';
import type { Account } from '../accounts';
import type { Registry } from '../registry';

/** Who pays for projects, as it is kept, or as every organization has one. */
export interface BillingGroup {
  readonly id: string;
  readonly name: string;
  readonly account: Account | undefined;
  readonly told: JsonObject;
  /** Nobody made it, and nobody ends it. */
  readonly isPrimary: boolean;
  /** False: primary, and nobody told it anything yet. */
  readonly isKept: boolean;
  readonly createdAt: number | null;
}

/** Those that were made, and the primary one of each organization. */
export const billingGroupsIn = (registry: Registry, accounts: readonly Account[]): readonly BillingGroup[] => {
  const made = registry.records('', 'billing_group').map(({ id, value, createdAt }): BillingGroup => {
    const { account, billing_group_name: name, ...told } = value;
    const isPrimary = accounts.some(({ primaryBillingGroup }) => primaryBillingGroup === id);
    const owner = accounts.find((one) => one.id === account);
    return { id, name: typeof name === 'string' ? name : '', account: owner, told, isPrimary, isKept: true, createdAt };
  });
  const primary = accounts
    .filter(({ parent }) => parent === null)
    .map((account): BillingGroup => ({
      ...{ id: account.primaryBillingGroup, name: `Primary of ${account.name}`, account, told: {} },
      ...{ isPrimary: true, isKept: false, createdAt: account.createdAt },
    }));
  return [...made, ...primary.filter(({ id }) => made.every((one) => one.id !== id))];
};

/** The group that pays for a project: the one that it was told, or the primary one of its organization. */
export const payerOf = (
  { billingGroup = '' }: { readonly billingGroup?: string | undefined },
  account: Account | undefined,
): string => (billingGroup === '' ? (account?.primaryBillingGroup ?? '') : billingGroup);
