import { withoutGrantee, type Grant, type GrantTarget, type RoleGrants } from '../../role-grants';
import { includesPrivilege, privilegeParts } from './privileges';

/** A privilege of its own, or one of a wider target or of more parts. */
const covers = (wide: Grant, narrow: Grant): boolean =>
  wide.grantee === narrow.grantee && includesPrivilege(wide.privilege, narrow.privilege) && isWithin(narrow, wide);

const isWithin = (narrow: GrantTarget, wide: GrantTarget): boolean =>
  (wide.database === null || wide.database === narrow.database) &&
  (wide.table === null || wide.table === narrow.table) &&
  (wide.column === null || wide.column === narrow.column);

/** With a grant more; what it includes already is no row of its own. Never throws. */
export const withGrant = (access: RoleGrants, grant: Grant): RoleGrants => {
  const held = access.grants.filter(({ isRevoked }) => !isRevoked);
  const isHeld = held.some((one) => covers(one, grant) && (one.withGrant || !grant.withGrant));
  const kept = access.grants.filter((one) => !covers(grant, one) || (one.withGrant && !grant.withGrant));
  return isHeld ? access : { ...access, grants: [...kept, grant] };
};

/** Without a privilege: a group that it was part of is left with its other parts, a wider target with an exception. Never throws. */
export const withoutGrant = (access: RoleGrants, revoked: Grant): RoleGrants => {
  const left = access.grants.flatMap((one) =>
    covers(revoked, one) ? [] : isWithin(revoked, one) ? without(one, revoked) : [one],
  );
  const isStillCovered = left.some((one) => !one.isRevoked && covers(one, revoked));
  return { ...access, grants: isStillCovered ? [...left, { ...revoked, isRevoked: true, withGrant: false }] : left };
};

/** On the same target a group falls apart; on a wider one it stays, and the exception is a row. */
const without = (group: Grant, revoked: Grant): readonly Grant[] => {
  const isSame = isWithin(group, revoked);
  if (!covers(group, revoked) || !isSame || group.privilege === 'ALL') return [group];
  return privilegeParts(group.privilege).flatMap((privilege) => {
    const part = { ...group, privilege };
    return covers(revoked, part) ? [] : without(part, revoked);
  });
};

/** Without a role, and without all that it was granted, and that was granted with it. Never throws. */
export const withoutRole = (access: RoleGrants, role: string): RoleGrants => {
  const left = withoutGrantee(access, role);
  return {
    ...left,
    roles: left.roles.filter((name) => name !== role),
    roleGrants: left.roleGrants.filter((one) => one.role !== role),
  };
};
