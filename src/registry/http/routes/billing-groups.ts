import type { AnswerOf, BillingGroupBody, Contract, billingGroupOperations } from '../../../api';
import { given, toRfc3339, type JsonObject } from '../../../domain';
import { findAccount } from '../../accounts';
import type { Registry } from '../../registry';
import { accountsIn } from '../account-bodies';
import { answered, carryOut, onExecuted, refused, type Reply } from '../answer';
import { billingGroupsIn, type BillingGroup } from '../billing-groups';
import { projectBodies } from '../project-body';
import type { Routes } from '../route';

const kind = 'billing_group';
type OneGroup = AnswerOf<Contract['BillingGroupGet']>;
type Done = AnswerOf<Contract['BillingGroupProjectsAssign']>;

/** How the registry answers operations on billing groups: nothing is charged. */
export const billingGroupRoutes: Routes<typeof billingGroupOperations> = {
  BillingGroupList: (registry) => answered({ billing_groups: listGroups(registry).map(groupBody) }),

  BillingGroupCreate: (registry, { body: { copy_from_billing_group: copied, ...told } }) => {
    const create = (copy: JsonObject): Reply<OneGroup> =>
      onExecuted(registry, { type: 'CreateRecord', kind, value: { ...copy, ...kept(registry, told) } }, ({ id }) =>
        oneGroup(registry, id ?? ''),
      );
    return typeof copied === 'string'
      ? onGroup(registry, copied, (source) => create({ ...source.told, ...given({ account: source.account?.id }) }))
      : create({});
  },

  BillingGroupGet: (registry, { at }) => oneGroup(registry, at.group),

  BillingGroupUpdate: (registry, { at, body }) =>
    onGroup(registry, at.group, ({ id, name, account, isKept }) => {
      const before = isKept ? {} : { billing_group_name: name, ...given({ account: account?.id }) };
      const value = { ...before, ...kept(registry, body) };
      const type = isKept ? 'ChangeRecord' : 'CreateRecord';
      return onExecuted(registry, { type, kind, id, value }, () => oneGroup(registry, id));
    }),

  BillingGroupDelete: (registry, { at }) =>
    onGroup(registry, at.group, ({ id, name, isPrimary }) =>
      isPrimary
        ? refused('record_in_use', `Billing group ${id} (${name}) pays for what has no other one. It stays.`)
        : carryOut(registry, { type: 'DropRecord', kind, id }, 'deleted'),
    ),

  BillingGroupProjectList: (registry, { at }) =>
    onGroup(registry, at.group, ({ id }) =>
      answered({ projects: projectBodies(registry).filter(({ billing_group_id: payer }) => payer === id) }),
    ),

  BillingGroupProjectsAssign: (registry, { at, body: { projects_names: projects } }) =>
    onGroup(registry, at.group, ({ id: billingGroup }) => {
      const assign = ([project, ...others]: readonly string[]): Reply<Done> =>
        project === undefined
          ? answered({ message: 'assigned' })
          : onExecuted(registry, { type: 'UpdateProject', project, billingGroup }, () => assign(others));
      return assign(projects);
    }),
};

/** What is told is kept; of an account its id, whichever of its names it was told by. */
const kept = (registry: Registry, { account_id: account, ...told }: JsonObject): JsonObject => {
  const id = typeof account === 'string' ? findAccount(accountsIn(registry), account)?.id : undefined;
  return { ...told, ...given({ account_id: account, account: id ?? account }) };
};

const listGroups = (registry: Registry): readonly BillingGroup[] => billingGroupsIn(registry, accountsIn(registry));

const onGroup = <Body>(registry: Registry, id: string, answer: (group: BillingGroup) => Reply<Body>): Reply<Body> => {
  const group = listGroups(registry).find((one) => one.id === id);
  return group === undefined ? refused('record_not_found', `Billing group ${id} does not exist`) : answer(group);
};

const oneGroup = (registry: Registry, id: string): Reply<OneGroup> =>
  onGroup(registry, id, (group) => answered({ billing_group: groupBody(group) }));

const groupBody = ({ id, name, account, told, createdAt }: BillingGroup): BillingGroupBody & JsonObject => ({
  ...unsaid,
  ...told,
  account_id: account?.id ?? '',
  account_name: account?.name ?? '',
  billing_group_id: id,
  billing_group_name: name,
  create_time: createdAt === null ? '2020-01-01T00:00:00Z' : toRfc3339(createdAt),
});

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
