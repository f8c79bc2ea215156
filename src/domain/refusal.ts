/** The HTTP status of every code with which the registry refuses a request. Stable: a code is never reused. */
export const refusalStatuses = {
  service_name_invalid: 400,
  service_already_exists: 409,
  service_not_found: 404,
  service_powered_off: 400,
  service_not_ready: 409,
  project_name_invalid: 400,
  project_already_exists: 409,
  project_not_empty: 409,
  project_not_found: 404,
  organization_not_found: 404,
  organization_mismatch: 400,
  record_not_found: 404,
  record_already_exists: 409,
  record_in_use: 409,
  type_unsuitable: 400,
  static_ip_unusable: 400,
  organization_already_exists: 409,
  service_type_unknown: 400,
  plan_missing: 400,
  plan_unknown: 400,
  plan_not_in_cloud: 400,
  cloud_unknown: 400,
  cloud_down: 400,
  free_plan_cloud_choice: 400,
  free_plan_limit: 400,
  disk_not_configurable: 400,
  disk_below_plan: 400,
  disk_above_cap: 400,
  disk_step_invalid: 400,
  disk_below_data: 400,
  user_config_key_unknown: 400,
  user_config_value_invalid: 400,
  user_config_create_only: 400,
  version_unknown: 400,
  version_of_replica: 400,
  version_downgrade: 400,
  fork_type_unsupported: 400,
  fork_source_missing_key: 400,
  fork_source_keys_conflict: 400,
  fork_source_not_found: 400,
  fork_source_terminated: 400,
  fork_source_self: 400,
  fork_source_read_replica: 400,
  fork_other_organization: 403,
  fork_type_mismatch: 400,
  fork_no_backups: 400,
  fork_persistence_off: 400,
  fork_from_tier: 400,
  fork_to_tier: 400,
  fewer_nodes: 400,
  fork_fewer_nodes: 400,
  fork_disk_too_small: 400,
  fork_version_mismatch: 400,
  fork_variant_mismatch: 400,
  fork_replica_conflict: 400,
  recovery_key_unsupported: 400,
  recovery_keys_conflict: 400,
  recovery_time_invalid: 400,
  recovery_time_in_future: 400,
  recovery_time_out_of_range: 400,
  recovery_backup_name_invalid: 400,
  recovery_backup_not_found: 400,
  recovery_backup_not_restorable: 400,
  secondary_not_available: 400,
  secondary_cloud_mismatch: 400,
  secondary_plan_mismatch: 400,
  secondary_no_point_in_time: 400,
  backup_location_down: 400,
  backup_region_invalid: 400,
  backup_region_unsupported: 400,
  backup_region_unknown: 400,
  backup_region_same: 400,
  backup_region_other_provider: 400,
  backup_region_changed_recently: 400,
  service_not_as_expected: 412,
  owner_invalid: 400,
  termination_protected: 403,
  database_not_found: 404,
  database_already_exists: 409,
  databases_unsupported: 400,
  user_not_found: 404,
  user_already_exists: 409,
  user_is_administrator: 400,
  users_unsupported: 400,
  pools_unsupported: 400,
  pool_not_found: 404,
  pool_already_exists: 409,
  integration_not_found: 404,
  integration_already_exists: 409,
  integration_type_unknown: 400,
  endpoint_not_found: 404,
  endpoint_already_exists: 409,
  endpoint_type_unknown: 400,
  endpoint_in_use: 409,
  task_not_found: 404,
  secrets_sealed: 409,
  name_invalid: 400,
  token_missing: 401,
  token_invalid: 401,
  token_insufficient: 403,
  project_forbidden: 403,
  token_not_found: 404,
  token_already_exists: 409,
  clock_backwards: 400,
  clock_setting_invalid: 400,
  request_invalid: 400,
  not_judged_here: 400,
  write_conflict: 409,
  operation_not_simulated: 400,
} as const;

/** The HTTP status of a refusal. */
export type RefusalStatus = (typeof refusalStatuses)[RefusalCode];

/** A stable code of a refusal. */
export type RefusalCode = keyof typeof refusalStatuses;

/**
 * What a refusal is about, where one code stands for things that different rules foretell: which end of a window or which location,
 * a setting by its API name, a `setting` that has no rule of its own (`fixed-setting`: read only at the create), ...
 */
export type RefusalAbout =
  | `user_config.${string}`
  | 'setting'
  | 'fixed-setting'
  | 'fork-key-of-fork'
  | 'fork-key-added'
  | 'latest_transaction'
  | 'name'
  | 'name-of-source'
  | 'source-nowhere'
  | 'source-elsewhere'
  | 'fork'
  | 'replica'
  | 'integration'
  | 'place'
  | 'not-running'
  | 'before-primary'
  | 'after-primary'
  | 'primary'
  | 'secondary';

/** The registry's "no": a stable code, and sentences that name the value got, the bound, and what to do. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly about?: RefusalAbout;
}
