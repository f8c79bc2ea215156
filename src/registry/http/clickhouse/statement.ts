import type { GrantTarget } from '../../role-grants';
import { sqlTokens, type SqlToken } from './tokens';
import { privilegeName } from './privileges';

/** The statements about roles and grants that the registry knows. */
export type SqlStatement =
  | { readonly kind: 'create-role' | 'drop-role'; readonly role: string; readonly isLenient: boolean }
  | { readonly kind: 'show-role'; readonly role: string }
  | { readonly kind: 'grant-role' | 'revoke-role'; readonly role: string; readonly grantee: string }
  | ({
      readonly kind: 'grant' | 'revoke';
      readonly privilege: string;
      readonly grantee: string;
      readonly withGrant: boolean;
    } & GrantTarget)
  | { readonly kind: 'read'; readonly table: 'grants' | 'role_grants' }
  | { readonly kind: 'syntax-error'; readonly at: string }
  /** More than one, which ClickHouse never runs at a time. */
  | { readonly kind: 'several' }
  | { readonly kind: 'unknown' };

/** Reads one statement. What is no statement about roles and grants is `unknown`. Never throws. */
export const readStatement = (text: string): SqlStatement => {
  const tokens = sqlTokens(text);
  if (tokens === undefined) return { kind: 'unknown' };
  if (tokens.some(({ kind, text: sign }) => kind === 'sign' && sign === ';')) return { kind: 'several' };
  const nameless = tokens.find(({ kind, text: name }) => kind === 'name' && name === '');
  if (nameless !== undefined) return { kind: 'syntax-error', at: nameless.written };
  const said = tokens.map(({ kind, text: word }) => (kind === 'word' ? word.toUpperCase() : kind));
  const name = tokens.at(-1);
  const form = said.slice(0, -1).join(' ');
  const role = name === undefined || name.kind === 'sign' ? undefined : name.text;
  if (role !== undefined) {
    if (form === 'SHOW CREATE ROLE') return { kind: 'show-role', role };
    const [, verb, lenient] = /^(CREATE|DROP) ROLE( IF (?:NOT )?EXISTS)?$/.exec(form) ?? [];
    if (verb !== undefined) {
      return { kind: verb === 'CREATE' ? 'create-role' : 'drop-role', role, isLenient: lenient !== undefined };
    }
  }
  const [, table] = /^SELECT \* FROM SYSTEM \. (GRANTS|ROLE_GRANTS)$/.exec(signs(tokens)) ?? [];
  if (table !== undefined) return { kind: 'read', table: table === 'GRANTS' ? 'grants' : 'role_grants' };
  return said[0] === 'GRANT' || said[0] === 'REVOKE'
    ? readGrant(said[0] === 'GRANT', tokens.slice(1))
    : { kind: 'unknown' };
};

const signs = (tokens: readonly SqlToken[]): string =>
  tokens.map(({ kind, text }) => (kind === 'sign' ? text : text.toUpperCase())).join(' ');

const isWord = (token: SqlToken | undefined, word: string): boolean =>
  token?.kind === 'word' && token.text.toUpperCase() === word;

const option = ['WITH', 'GRANT', 'OPTION'] as const;

/** What follows GRANT or REVOKE. */
const readGrant = (isGrant: boolean, tokens: readonly SqlToken[]): SqlStatement => {
  const withGrant = option.every((word, at) => isWord(tokens.at(at - option.length), word));
  const own = withGrant ? tokens.slice(0, -option.length) : tokens;
  const to = own.findIndex((token) => isWord(token, isGrant ? 'TO' : 'FROM'));
  const on = own.findIndex((token) => isWord(token, 'ON'));
  const [grantee, ...more] = own.slice(to + 1);
  if (to < 1 || grantee === undefined || grantee.kind === 'sign' || more.length > 0) return { kind: 'unknown' };
  if (on < 0) {
    const [role, ...others] = own.slice(0, to);
    return role === undefined || role.kind === 'sign' || others.length > 0
      ? { kind: 'unknown' }
      : { kind: isGrant ? 'grant-role' : 'revoke-role', role: role.text, grantee: grantee.text };
  }
  const words = own.slice(0, on);
  const open = words.findIndex(({ text, kind }) => kind === 'sign' && text === '(');
  const column = open < 0 ? null : words[open + 1];
  const privilege = words.slice(0, open < 0 ? words.length : open);
  const [database, dot, table, ...rest] = own.slice(on + 1, to);
  if (privilege.length === 0 || privilege.some(({ kind }) => kind !== 'word') || rest.length > 0)
    return { kind: 'unknown' };
  if (column === undefined || database === undefined || dot?.text !== '.' || table === undefined) {
    return { kind: 'unknown' };
  }
  if (isEvery(database) && !isEvery(table)) return { kind: 'syntax-error', at: table.written };
  return {
    kind: isGrant ? 'grant' : 'revoke',
    privilege: privilegeName(privilege.map(({ text }) => text).join(' ')),
    grantee: grantee.text,
    withGrant,
    database: isEvery(database) ? null : database.text,
    table: isEvery(table) ? null : table.text,
    column: column?.text ?? null,
  };
};

const isEvery = ({ kind, text }: SqlToken): boolean => kind === 'sign' && text === '*';
