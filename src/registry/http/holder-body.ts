import { toRfc3339 } from '../../domain';
import type { TokenRecord } from '../tokens';

/** The vendor's names of what a token allows. @see API reference, project membership (read 2026-11-20) */
const roles = { read: 'read_only', write: 'operator', admin: 'admin' } as const;

/** Who calls, in the fields of the vendor's user: the holder of a token by its description, or anyone where no token was ever made. */
export const holderBody = (holder: TokenRecord | undefined) => {
  const since = holder === undefined ? '2020-01-01T00:00:00Z' : toRfc3339(holder.createdAt);
  return {
    user: `${holder === undefined ? 'anyone' : `token-${holder.id}`}@forkcast.internal`,
    user_id: `u${holder === undefined ? '00000000000' : holder.id.slice(0, 11)}`,
    real_name: holder === undefined ? 'Anyone' : showName(holder),
    create_time: since,
    token_validity_begin: since,
  };
};

const showName = ({ description, id }: TokenRecord): string =>
  description.trim() === '' ? `Token ${id}` : description;

/** The part that whoever calls has in these projects: what the token allows. */
export const describeMemberships = (
  projects: readonly { readonly name: string }[],
  holder: TokenRecord | undefined,
) => {
  const role = roles[holder?.access ?? 'admin'];
  return {
    project_membership: Object.fromEntries(projects.map(({ name }) => [name, role])),
    project_memberships: Object.fromEntries(projects.map(({ name }) => [name, [role]])),
  };
};
