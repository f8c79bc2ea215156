import type { AccountBody, OrganizationBody } from '../../api';
import { toRfc3339, type EpochMs, type JsonObject } from '../../domain';
import { findAccount, listAccounts, type Account } from '../accounts';
import type { Registry } from '../registry';
import { refused, type Reply } from './answer';

/** Every account that is seen; who sees only some projects sees the accounts of those. */
export const accountsIn = (registry: Registry): readonly Account[] => {
  const seen = registry.projects().map(({ organization }) => organization);
  return listAccounts([...registry.status().organizations, ...seen], registry.records('', 'account'));
};

/** Answers about an account by its id, the id of its organization, or its name; 404 where there is none. */
export const onAccount = <Body>(
  registry: Registry,
  asked: string,
  answer: (account: Account) => Reply<Body>,
): Reply<Body> => {
  const found = findAccount(accountsIn(registry), asked);
  return found === undefined
    ? refused('organization_not_found', `Account ${asked.slice(0, 80)} does not exist`)
    : answer(found);
};

/** An account as the API shows it. Teams are not simulated: the id of the owners' is one of the account. */
export const accountBody = (account: Account): AccountBody & JsonObject => ({
  account_id: account.id,
  account_name: account.name,
  account_owner_team_id: `at${account.id}`,
  organization_id: account.organizationId,
  parent_account_id: account.parent,
  root_account_id: account.root,
  // A client takes an id for one that somebody chose, and would make the account anew to be rid of it.
  primary_billing_group_id: '',
  create_time: written(account.createdAt),
  update_time: written(account.changedAt),
  is_account_member: true,
  is_account_owner: true,
  tenant_id: 'aiven',
  features: {},
});

/** The root of an organization as the organization that it is. */
export const organizationBody = (account: Account): OrganizationBody & JsonObject => ({
  account_id: account.root,
  organization_id: account.organizationId,
  organization_name: account.name,
  create_time: written(account.createdAt),
  update_time: written(account.changedAt),
  tier: 'business',
  default_governance_user_group_id: '',
});

/** What a world names is as old as the registry knows. */
const written = (at: EpochMs | null): string => (at === null ? '2020-01-01T00:00:00Z' : toRfc3339(at));
