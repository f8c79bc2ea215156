import type { AnswerOf, BillingGroupBody, Contract, billingGroupOperations } from '../../../api';
import { given, toRfc3339, type JsonObject } from '../../../domain';
import { findAccount, type Account } from '../../accounts';
import type { DatedRecord } from '../../records';
import type { Registry } from '../../registry';
import { accountsIn } from '../account-bodies';
import { answered, onAccepted, refused, type Reply } from '../answer';
import type { Routes } from '../route';

const kind = 'billing_group';

/** How the registry answers operations on billing groups: nothing is charged. */
export const billingGroupRoutes: Routes<typeof billingGroupOperations> = {
  BillingGroupList: (registry) => {
    const accounts = accountsIn(registry);
    return answered({ billing_groups: registry.records('', kind).map((group) => groupBody(group, accounts)) });
  },

  BillingGroupCreate: (registry, { body: { copy_from_billing_group: copied, ...told } }) => {
    const source = typeof copied === 'string' ? findGroup(registry, copied) : undefined;
    if (typeof copied === 'string' && source === undefined) return noGroup(copied);
    const value = { ...source?.value, ...kept(registry, told) };
    return onAccepted(registry.execute({ type: 'CreateRecord', kind, value }), ({ id }) =>
      oneGroup(registry, id ?? ''),
    );
  },

  BillingGroupGet: (registry, { part }) => oneGroup(registry, part('group')),

  BillingGroupUpdate: (registry, { part, body }) =>
    onAccepted(registry.execute({ type: 'ChangeRecord', kind, id: part('group'), value: kept(registry, body) }), () =>
      oneGroup(registry, part('group')),
    ),

  BillingGroupDelete: (registry, { part }) =>
    onAccepted(registry.execute({ type: 'DropRecord', kind, id: part('group') }), () =>
      answered({ message: 'deleted' }),
    ),
};

/** What is told is kept; of an account its id, whichever of its names it was told by. */
const kept = (registry: Registry, { account_id: account, ...told }: JsonObject): JsonObject => {
  const id = typeof account === 'string' ? findAccount(accountsIn(registry), account)?.id : undefined;
  return { ...told, ...given({ account_id: account, account: id ?? account }) };
};

const findGroup = (registry: Registry, id: string): DatedRecord | undefined =>
  registry.records('', kind).find((record) => record.id === id);

const noGroup = (id: string): Reply<never> => refused('record_not_found', `Billing group ${id} does not exist`);

const oneGroup = (registry: Registry, id: string): Reply<AnswerOf<Contract['BillingGroupGet']>> => {
  const group = findGroup(registry, id);
  return group === undefined ? noGroup(id) : answered({ billing_group: groupBody(group, accountsIn(registry)) });
};

const groupBody = (
  { id, value, createdAt }: DatedRecord,
  accounts: readonly Account[],
): BillingGroupBody & JsonObject => {
  const { account, billing_group_name: name, ...told } = value;
  const owner = typeof account === 'string' ? findAccount(accounts, account) : undefined;
  return {
    ...unsaid,
    ...told,
    account_id: owner?.id ?? '',
    account_name: owner?.name ?? '',
    billing_group_id: id,
    billing_group_name: typeof name === 'string' ? name : '',
    create_time: toRfc3339(createdAt),
  };
};

/** Of a group that was told no more than its name. */
const unsaid = {
  address_lines: [],
  billing_address: '',
  billing_address_id: '',
  billing_contact_emails: [],
  billing_currency: 'USD',
  billing_emails: [],
  billing_extra_text: '',
  billing_type: 'card',
  card_info: null,
  city: '',
  company: '',
  country: '',
  country_code: '',
  estimated_balance_local: '0.00',
  estimated_balance_usd: '0.00',
  payment_method: 'no_payment_expected',
  shipping_address_id: '',
  state: '',
  vat_id: '',
  zip_code: '',
};
