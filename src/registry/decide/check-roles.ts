import type { RoleGrants } from '../role-grants';
import type { ServiceState } from '../state';
import { refuse, type Objection } from './decision';

/** Objects to roles of a type that has none. Never throws. */
export const rolesUnsupported = (state: ServiceState): Objection =>
  refuse(
    'type_unsuitable',
    `Service ${state.service} is of type ${state.type}, whose roles and grants are not simulated. Those of a ClickHouse are.`,
  );

/** Each is a part of every event that changes one. */
const mostRoles = 1_000;

/** Objects to more roles and grants than a service may have. Never throws. */
export const checkRoles = (state: ServiceState, { roles, grants, roleGrants }: RoleGrants): Objection => {
  const count = roles.length + grants.length + roleGrants.length;
  return count <= mostRoles
    ? undefined
    : refuse(
        'request_invalid',
        `Service ${state.service} would have ${count} roles and grants, and may have ${mostRoles}. Drop or revoke one first.`,
      );
};
