import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, list, maybeText } from './fields';
import { DELETE, GET, PATCH, POST, PUT, operation } from './operation';

const account = once(() =>
  atLeast({
    account_id: z.string(),
    account_name: z.string(),
    organization_id: z.string(),
    /** Null: it is the root of its organization. */
    parent_account_id: z.nullable(z.string()),
    root_account_id: z.string(),
    create_time: z.string(),
    update_time: z.string(),
  }),
);

export type AccountBody = z.infer<ReturnType<typeof account>>;

const organization = once(() =>
  atLeast({
    organization_id: z.string(),
    organization_name: z.string(),
    account_id: z.string(),
    create_time: z.string(),
    update_time: z.string(),
    tier: z.enum(['business', 'personal']),
  }),
);

export type OrganizationBody = z.infer<ReturnType<typeof organization>>;

const oneAccount = once(() => atLeast({ account: account() }));
const name = once(() => z.string().check(z.minLength(1), z.maxLength(128)));
const tier = once(() => z.exactOptional(z.enum(['business', 'personal'])));

/** Operations on accounts: organizations and their units. */
export const accountOperations = {
  AccountList: operation({
    ...GET('/v1/account'),
    summary: 'Lists the accounts: organizations and their units.',
    answer: () => atLeast({ accounts: list(account()) }),
  }),

  AccountCreate: operation({
    ...POST('/v1/account'),
    needs: 'admin',
    summary: 'Makes an organization, or a unit of one.',
    body: () =>
      z.strictObject({ account_name: name(), parent_account_id: maybeText, primary_billing_group_id: maybeText }),
    answer: oneAccount,
    refuses: ['organization_not_found'],
  }),

  AccountGet: operation({
    ...GET('/v1/account/{account}'),
    summary: 'Gives one account.',
    answer: oneAccount,
  }),

  AccountUpdate: operation({
    ...PUT('/v1/account/{account}'),
    needs: 'admin',
    summary: 'Renames an account; its id stays.',
    body: () => z.strictObject({ account_name: z.exactOptional(name()), primary_billing_group_id: maybeText }),
    answer: oneAccount,
  }),

  AccountDelete: operation({
    ...DELETE('/v1/account/{account}'),
    needs: 'admin',
    summary: 'Deletes an account without projects and units.',
    refuses: ['operation_not_simulated', 'record_in_use'],
  }),

  AccountProjectsList: operation({
    ...GET('/v1/account/{account}/projects'),
    summary: 'Lists the projects of an account.',
    answer: () => atLeast({ projects: list(jsonObject) }),
  }),

  UserOrganizationsList: operation({
    ...GET('/v1/organizations'),
    summary: 'Lists the organizations.',
    answer: () => atLeast({ organizations: list(organization()) }),
  }),

  UserOrganizationCreate: operation({
    ...POST('/v1/organizations'),
    needs: 'admin',
    summary: 'Makes an organization.',
    body: () => z.strictObject({ organization_name: name(), tier: tier(), primary_billing_group_id: maybeText }),
    answer: organization,
  }),

  OrganizationGet: operation({
    ...GET('/v1/organization/{organization}'),
    summary: 'Gives one organization.',
    answer: organization,
  }),

  OrganizationUpdate: operation({
    ...PATCH('/v1/organization/{organization}'),
    needs: 'admin',
    summary: 'Renames an organization; its id stays.',
    body: () => z.strictObject({ name: z.exactOptional(name()), tier: tier() }),
    answer: organization,
  }),

  OrganizationDelete: operation({
    ...DELETE('/v1/organization/{organization}'),
    needs: 'admin',
    summary: 'Deletes an organization without projects and units.',
    refuses: ['operation_not_simulated', 'record_in_use'],
  }),
};
