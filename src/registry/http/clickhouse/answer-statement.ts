import type { AnswerOf, Contract } from '../../../api';
import type { JsonValue } from '../../../domain';
import type { ServiceDetail } from '../../registry';
import type { RoleGrants } from '../../role-grants';
import { withGrant, withoutGrant, withoutRole } from './access';
import type { SqlStatement } from './statement';

type Rows = AnswerOf<Contract['ServiceClickHouseQuery']>;

/** What a statement comes to: rows, what is kept from then on, an exception of ClickHouse, or one that is not known. */
type StatementOutcome =
  | { readonly kind: 'rows'; readonly rows: Rows }
  | { readonly kind: 'changed'; readonly access: RoleGrants }
  | { readonly kind: 'exception'; readonly message: string }
  | { readonly kind: 'unknown' };

/** Runs a statement about roles and grants. Never throws. */
export const answerStatement = (
  statement: SqlStatement,
  access: RoleGrants,
  users: ServiceDetail['users'],
): StatementOutcome => {
  const isUser = (name: string): boolean => users.some(({ username }) => username === name);
  const isRole = (name: string): boolean => access.roles.includes(name);
  switch (statement.kind) {
    case 'create-role':
      if (!isRole(statement.role)) return changed({ ...access, roles: [...access.roles, statement.role] });
      return statement.isLenient
        ? changed(access)
        : exception(493, `role ${quoted(statement.role)}: cannot insert because it already exists`);
    case 'drop-role':
      if (isRole(statement.role)) return changed(withoutRole(access, statement.role));
      return statement.isLenient ? changed(access) : noRole(statement.role);
    case 'show-role':
      return isRole(statement.role)
        ? rowsOf({ 'CREATE ROLE': 'String' }, [[`CREATE ROLE ${quoted(statement.role)}`]])
        : noRole(statement.role);
    case 'grant-role':
    case 'revoke-role': {
      const { kind, role, grantee } = statement;
      if (!isRole(role)) return noRole(role);
      if (!isUser(grantee) && !isRole(grantee)) return noGrantee(grantee);
      if (kind === 'grant-role' && role === grantee && !isUser(grantee))
        return exception(36, `Role ${quoted(role)} cannot be granted to itself: name a user or another role`);
      const others = access.roleGrants.filter((one) => one.role !== role || one.grantee !== grantee);
      return changed({ ...access, roleGrants: kind === 'grant-role' ? [...others, { role, grantee }] : others });
    }
    case 'grant':
    case 'revoke': {
      const { kind, withGrant: isPassedOn, ...grant } = statement;
      if (!isUser(grant.grantee) && !isRole(grant.grantee)) return noGrantee(grant.grantee);
      const row = { ...grant, withGrant: isPassedOn, isRevoked: false };
      return changed(kind === 'grant' ? withGrant(access, row) : withoutGrant(access, row));
    }
    case 'read':
      return statement.table === 'grants' ? grantRows(access, isUser) : roleGrantRows(access, isUser);
    case 'syntax-error':
      return exception(62, `Syntax error: failed at ${statement.at}`);
    case 'several':
      return exception(62, 'Syntax error (Multi-statements are not allowed): send one statement at a time');
    case 'unknown':
      return { kind: 'unknown' };
  }
};

const changed = (access: RoleGrants): StatementOutcome => ({ kind: 'changed', access });

/** In the words and with the number that clients look for. */
const exception = (code: number, said: string): StatementOutcome => ({
  kind: 'exception',
  message: `Code: ${code}. DB::Exception: ${said}.`,
});

const quoted = (name: string): string => `\`${name.replace(/[\\`]/g, '\\$&')}\``;

const noRole = (role: string): StatementOutcome =>
  exception(511, `There is no role ${quoted(role)} in user directories`);

const noGrantee = (name: string): StatementOutcome =>
  exception(511, `There is no user and no role ${quoted(name)} in user directories`);

/** No rows: what a statement is answered that changes something. */
export const noRows: Rows = { meta: [], data: [], summary: {} };

const rowsOf = (
  columns: Readonly<Record<string, string>>,
  data: readonly (readonly JsonValue[])[],
): StatementOutcome => ({
  kind: 'rows',
  rows: {
    ...noRows,
    meta: Object.entries(columns).map(([name, type]) => ({ name, type })),
    data: data.map((row) => [...row]),
  },
});

const granteeColumns = { user_name: 'Nullable(String)', role_name: 'Nullable(String)' };

const granteeCells = (name: string, isUser: (name: string) => boolean) =>
  isUser(name) ? ([name, null] as const) : ([null, name] as const);

const grantRows = ({ grants }: RoleGrants, isUser: (name: string) => boolean): StatementOutcome =>
  rowsOf(
    {
      ...granteeColumns,
      access_type: 'String',
      database: 'Nullable(String)',
      table: 'Nullable(String)',
      column: 'Nullable(String)',
      is_partial_revoke: 'UInt8',
      grant_option: 'UInt8',
    },
    grants.map(({ grantee, privilege, database, table, column, isRevoked, withGrant: isPassedOn }) => [
      ...granteeCells(grantee, isUser),
      ...[privilege, database, table, column],
      ...[Number(isRevoked), Number(isPassedOn)],
    ]),
  );

const roleGrantRows = ({ roleGrants }: RoleGrants, isUser: (name: string) => boolean): StatementOutcome =>
  rowsOf(
    { ...granteeColumns, granted_role_name: 'String', granted_role_is_default: 'UInt8', with_admin_option: 'UInt8' },
    roleGrants.map(({ grantee, role }) => [...granteeCells(grantee, isUser), role, 1, 0]),
  );
