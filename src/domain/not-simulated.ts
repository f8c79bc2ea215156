/**
 * Fields of a request for a service that are known, and that the registry does not honour: it refuses each that has a value, by these
 * words. The table of operations, the registry and the rules all read them here.
 */
export const notSimulatedFields = {
  project_vpc_id: 'private networks',
  cmk_id: 'keys of customers',
  karapace: 'Karapace',
  schema_registry_authz: 'authorization of the schema registry',
  disaster_recovery_role: 'roles of disaster recovery',
} as const;

export type NotSimulatedField = keyof typeof notSimulatedFields;

/** The one of them that a declared service can have. */
export const notSimulatedNetwork = 'project_vpc_id';
