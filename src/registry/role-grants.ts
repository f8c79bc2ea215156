/** What a privilege is on; null: on every one. */
export interface GrantTarget {
  readonly database: string | null;
  readonly table: string | null;
  readonly column: string | null;
}

/** One privilege of a user or a role, or, `isRevoked`, an exception from a wider one. */
export interface Grant extends GrantTarget {
  readonly grantee: string;
  readonly privilege: string;
  readonly withGrant: boolean;
  readonly isRevoked: boolean;
}

/** The roles of a service, and who was granted what: in its data, so that a restore brings them back. */
export interface RoleGrants {
  readonly roles: readonly string[];
  readonly grants: readonly Grant[];
  readonly roleGrants: readonly { readonly grantee: string; readonly role: string }[];
}

/** Of a service whose roles nobody has changed. */
export const noRoles: RoleGrants = { roles: [], grants: [], roleGrants: [] };

/** Without all that somebody was granted. Never throws. */
export const withoutGrantee = (held: RoleGrants, name: string): RoleGrants => ({
  ...held,
  grants: held.grants.filter(({ grantee }) => grantee !== name),
  roleGrants: held.roleGrants.filter(({ grantee }) => grantee !== name),
});

/** Each grant for people: `SELECT ON shop.orders TO ada`, `role analyst TO ada`; exceptions are none. Never throws. */
export const grantNames = ({ grants, roleGrants }: RoleGrants = noRoles): readonly string[] => [
  ...grants
    .filter(({ isRevoked }) => !isRevoked)
    .map(({ privilege, grantee, ...target }) => `${privilege} ON ${targetText(target)} TO ${grantee}`),
  ...roleGrants.map(({ role, grantee }) => `role ${role} TO ${grantee}`),
];

const targetText = ({ database, table, column }: GrantTarget): string =>
  `${database ?? '*'}.${table ?? '*'}${column === null ? '' : `(${column})`}`;
