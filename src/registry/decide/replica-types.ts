/** Integrations whose destination follows its source, and so has no backups of its own. */
export const replicaTypes: readonly string[] = ['read_replica', 'disaster_recovery'];
