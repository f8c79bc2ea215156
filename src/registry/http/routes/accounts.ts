import type { AnswerOf, Contract, accountOperations } from '../../../api';
import { given } from '../../../domain';
import type { Registry } from '../../registry';
import { accountBody, accountsIn, onAccount, organizationBody } from '../account-bodies';
import { answered, carryOut, onExecuted, refused, type Reply } from '../answer';
import { projectBodies } from '../project-body';
import type { Routes } from '../route';

/** How the registry answers operations on accounts: organizations and their units. */
export const accountRoutes: Routes<typeof accountOperations> = {
  AccountList: (registry) => answered({ accounts: accountsIn(registry).map(accountBody) }),

  AccountCreate: (registry, { body }) => makeAccount(registry, body.account_name, body.parent_account_id),

  AccountGet: (registry, { at }) => oneAccount(registry, at.account),

  AccountUpdate: (registry, { at, body }) =>
    rename(registry, at.account, body.account_name) ?? oneAccount(registry, at.account),

  AccountDelete: (registry, { at }) => deleteAccount(registry, at.account),

  AccountProjectsList: (registry, { at }) =>
    onAccount(registry, at.account, ({ id }) =>
      answered({ projects: projectBodies(registry, ({ organization }) => organization === id) }),
    ),

  UserOrganizationsList: (registry) =>
    answered({
      organizations: accountsIn(registry)
        .filter(({ parent }) => parent === null)
        .map(organizationBody),
    }),

  UserOrganizationCreate: (registry, { body }) => {
    const value = { name: body.organization_name, parent: null };
    return onExecuted(registry, { type: 'CreateRecord', kind: 'account', value }, ({ id }) =>
      oneOrganization(registry, id ?? ''),
    );
  },

  OrganizationGet: (registry, { at }) => oneOrganization(registry, at.organization),

  OrganizationUpdate: (registry, { at, body }) =>
    rename(registry, at.organization, body.name) ?? oneOrganization(registry, at.organization),

  OrganizationDelete: (registry, { at }) => deleteAccount(registry, at.organization),
};

type OneAccount = AnswerOf<Contract['AccountGet']>;
type OneOrganization = AnswerOf<Contract['OrganizationGet']>;
type Done = AnswerOf<Contract['AccountDelete']>;

const makeAccount = (registry: Registry, name: string, under: string | null | undefined): Reply<OneAccount> => {
  const make = (parent: string | null): Reply<OneAccount> =>
    onExecuted(registry, { type: 'CreateRecord', kind: 'account', value: { name, parent } }, ({ id }) =>
      oneAccount(registry, id ?? ''),
    );
  return under ? onAccount(registry, under, ({ id }) => make(id)) : make(null);
};

const oneAccount = (registry: Registry, asked: string): Reply<OneAccount> =>
  onAccount(registry, asked, (account) => answered({ account: accountBody(account) }));

const oneOrganization = (registry: Registry, asked: string): Reply<OneOrganization> =>
  onAccount(registry, asked, (account) => answered(organizationBody(account)));

/** The refusal of a new name; undefined: it has it. An organization of a world is kept like one of a client from its first change on. */
const rename = (registry: Registry, asked: string, name: string | undefined): Reply<never> | undefined => {
  const found = onAccount<{ readonly id: string; readonly parent: string | null; readonly isKept: boolean }>(
    registry,
    asked,
    ({ id, parent, createdAt }) => answered({ id, parent, isKept: createdAt !== null }),
  );
  if (found.status !== 200) return found;
  if (name === undefined) return undefined;
  const { id, parent, isKept } = found.body;
  const outcome = registry.execute(
    isKept
      ? { type: 'ChangeRecord', kind: 'account', id, value: given({ name }) }
      : { type: 'CreateRecord', kind: 'account', id, value: { name, parent } },
  );
  return outcome.kind === 'accepted' ? undefined : refused(outcome.refusal.code, outcome.refusal.message);
};

const deleteAccount = (registry: Registry, asked: string): Reply<Done> =>
  onAccount(registry, asked, ({ id }) => {
    if (registry.status().organizations.includes(id)) {
      return refused(
        'operation_not_simulated',
        `Organization ${id} was made with the world, or by an operation of the registry's own, and stays. Delete one that a client made.`,
      );
    }
    return carryOut(registry, { type: 'DropRecord', kind: 'account', id }, 'deleted');
  });
