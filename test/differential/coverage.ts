import type { RefusalCode } from '../../src/domain';

/** Refusals of a new service that a run must meet, or it has not looked everywhere. */
export const refusalsOfCreation: readonly RefusalCode[] = [
  'project_not_found',
  'service_name_invalid',
  'service_already_exists',
  'service_type_unknown',
  'plan_unknown',
  'plan_not_in_cloud',
  'cloud_unknown',
  'cloud_down',
  'free_plan_cloud_choice',
  'free_plan_limit',
  'disk_not_configurable',
  'disk_below_plan',
  'disk_above_cap',
  'disk_step_invalid',
  'user_config_key_unknown',
  'user_config_value_invalid',
  'version_unknown',
  'fork_type_unsupported',
  'fork_source_missing_key',
  'fork_source_keys_conflict',
  'fork_source_not_found',
  'fork_source_terminated',
  'fork_source_self',
  'fork_source_read_replica',
  'fork_other_organization',
  'fork_type_mismatch',
  'fork_no_backups',
  'fork_persistence_off',
  'fork_from_tier',
  'fork_to_tier',
  'fork_fewer_nodes',
  'fork_disk_too_small',
  'fork_version_mismatch',
  'fork_variant_mismatch',
  'fork_replica_conflict',
  'recovery_key_unsupported',
  'recovery_time_invalid',
  'recovery_time_in_future',
  'recovery_time_out_of_range',
  'recovery_backup_name_invalid',
  'recovery_backup_not_found',
  'recovery_backup_not_restorable',
  'secondary_not_available',
  'secondary_cloud_mismatch',
  'secondary_plan_mismatch',
  'backup_location_down',
  'backup_region_invalid',
  'backup_region_unsupported',
  'backup_region_unknown',
  'backup_region_same',
  'backup_region_other_provider',
  'integration_type_unknown',
  'service_not_found',
  'name_invalid',
  'operation_not_simulated',
];

/** Refusals of a new service that no request can meet, with the reason. */
export const unreachableAtCreation: Readonly<Partial<Record<RefusalCode, string>>> = {
  secondary_no_point_in_time: 'each type that takes a time and has a second backup region restores a time from it',
  backup_region_changed_recently: 'a new service has no earlier change',
  integration_already_exists: 'an integration of a new service has its incarnation in its id',
};

/** Refusals that no rule foretells, with the reason; the differential test accepts them only where a request aims at them. */
export const unforetold: Readonly<Partial<Record<RefusalCode, string>>> = {
  user_config_key_unknown: 'the constructs list the keys of a type, so another one does not compile',
  user_config_value_invalid: 'the schema of a key is the registry’s to judge, beyond the keys that make a fork',
  version_unknown: 'the constructs list the versions of a type',
  operation_not_simulated: 'a limit of the simulation, not of the vendor',
  name_invalid: 'the bounds of tags are inference',
  integration_type_unknown: 'integrations are judged only for what they mean to a fork',
  service_not_found: 'the other end of an integration may be made in the same run',
};

/** Rules that foretell a refusal which one request for a new service alone cannot meet, with the reason. */
export const notAboutCreation: Readonly<Record<string, string>> = {
  'project/duplicate-name': 'it takes two declarations',
  'placement/backup-region-changed-recently': 'it takes a live service',
  'lifecycle/fork-key-changed': 'it takes a live service',
  'lifecycle/fork-keys-added': 'it takes a live service',
  'lifecycle/replacement-protected': 'it takes a live service',
};

/** Rules about live services that a run of changes must meet. */
export const rulesOfChange: readonly string[] = [
  'placement/backup-region-changed-recently',
  'placement/backup-region-unknown',
  'placement/backup-region-same-cloud',
  'placement/backup-region-other-provider',
  'placement/backup-region-invalid',
  'placement/backup-region-unsupported',
  'placement/cloud-unknown',
  'sizing/plan-unknown',
  'sizing/plan-not-in-cloud',
  'sizing/disk-not-orderable',
  'project/second-free-service',
  'lifecycle/fork-key-changed',
  'lifecycle/fork-keys-added',
  'lifecycle/replacement-protected',
];
