import type { JsonObject } from '../../domain';

/** The part that whoever calls has in projects. Every caller that sees a project is shown as its administrator. */
export const membershipsOf = (projects: readonly { readonly name: string }[]): JsonObject => ({
  project_membership: Object.fromEntries(projects.map(({ name }) => [name, 'admin'])),
  project_memberships: Object.fromEntries(projects.map(({ name }) => [name, ['admin']])),
});
