/** The HTTP status of a refusal and what its code means, for the catalogue page and `forkcast explain`. */
export interface RefusalKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412;
  readonly meaning: string;
}

const kind = <Status extends RefusalKind['status']>(status: Status, meaning: string) => ({ status, meaning }) as const;

/** Every code with which the registry refuses a request. Stable: a code is never reused. */
export const refusalKinds = {
  service_name_invalid: kind(
    400,
    'The service name is not 1 to 64 lower-case letters, digits and hyphens, starting with a letter.',
  ),
  service_already_exists: kind(409, 'A live service of the project has this name.'),
  service_not_found: kind(404, 'The project has no live service of this name.'),
  service_powered_off: kind(400, 'The operation needs a service that is powered on.'),
  service_not_ready: kind(409, 'The operation needs a service that is RUNNING.'),
  project_name_invalid: kind(
    400,
    'The project name is not 1 to 63 lower-case letters, digits and hyphens, starting with a letter.',
  ),
  project_already_exists: kind(409, 'The registry has a project of this name.'),
  project_not_empty: kind(409, 'The project has live services, which would be lost with it.'),
  project_not_found: kind(404, 'The registry has no project of this name.'),
  organization_not_found: kind(404, 'The registry has no organization of this name.'),
  organization_mismatch: kind(400, 'Things of two organizations were named together.'),
  record_not_found: kind(404, 'The registry keeps no such account, address, topic, step or group.'),
  record_already_exists: kind(409, 'The registry keeps one of this name already.'),
  record_in_use: kind(409, 'Something else still uses it.'),
  type_unsuitable: kind(400, 'Services of this type have nothing of the kind.'),
  static_ip_unusable: kind(400, 'The static address is not there, is in another cloud, or serves another service.'),
  organization_already_exists: kind(409, 'The registry has an organization of this name.'),
  service_type_unknown: kind(400, 'No service type has this code.'),
  plan_missing: kind(
    400,
    'The request names no plan, and is no fork from the secondary location, which gets its source’s.',
  ),
  plan_unknown: kind(400, 'The service type has no plan of this name.'),
  plan_not_in_cloud: kind(400, 'The plan is not sold in this cloud.'),
  cloud_unknown: kind(400, 'The project has no cloud of this name.'),
  cloud_down: kind(400, 'The cloud region is down.'),
  free_plan_cloud_choice: kind(
    400,
    'The cloud, VPC and static addresses of a free or developer plan cannot be chosen.',
  ),
  free_plan_limit: kind(400, 'An organization may have one free service of each type.'),
  disk_not_configurable: kind(400, 'The plan has a fixed disk.'),
  disk_below_plan: kind(400, 'The disk is smaller than the one the plan includes.'),
  disk_above_cap: kind(400, 'The disk is larger than the plan allows.'),
  disk_step_invalid: kind(400, 'Disk above the included one comes in steps.'),
  disk_below_data: kind(400, 'The disk is smaller than the data that the service holds.'),
  user_config_key_unknown: kind(400, 'The service type has no such user_config key.'),
  user_config_value_invalid: kind(400, 'The value of a user_config key breaks its schema.'),
  user_config_create_only: kind(400, 'The user_config key can be set only while the service is created.'),
  version_unknown: kind(400, 'The service type has no such version.'),
  version_of_replica: kind(400, 'A replica runs the version of the service that it follows, and is upgraded with it.'),
  version_downgrade: kind(400, 'A running service cannot go back to an older version.'),
  fork_type_unsupported: kind(400, 'Services of this type cannot be forked.'),
  fork_source_missing_key: kind(400, 'A key that only makes sense in a fork was given without service_to_fork_from.'),
  fork_source_keys_conflict: kind(400, 'service_to_fork_from and pg_service_to_fork_from name different services.'),
  fork_source_not_found: kind(400, 'The project has no service of the name to fork from.'),
  fork_source_terminated: kind(
    400,
    'The service to fork from was terminated; only the support team can restore its backups.',
  ),
  fork_source_self: kind(400, 'A service cannot be forked from itself.'),
  fork_source_read_replica: kind(
    400,
    'The service to fork from is a read replica or recovery copy, which has no backups.',
  ),
  fork_other_organization: kind(403, 'The source project belongs to another organization.'),
  fork_type_mismatch: kind(400, 'The source is of another service type.'),
  fork_no_backups: kind(400, 'The source has no backup yet.'),
  fork_persistence_off: kind(400, 'The source runs without persistence, so it has no backups.'),
  fork_from_tier: kind(400, 'Services on the plan tier of the source cannot be forked.'),
  fork_to_tier: kind(400, 'A fork cannot be made on this plan tier.'),
  fewer_nodes: kind(400, 'The plan has fewer nodes than the service, which this type does not allow.'),
  fork_fewer_nodes: kind(400, 'The plan has fewer nodes than the source, which this type does not allow.'),
  fork_disk_too_small: kind(
    400,
    'The disk of the fork is smaller than the data to restore, or that of a replica than the data it follows.',
  ),
  fork_version_mismatch: kind(
    400,
    'A fork keeps the major version of its backup, and a replica the version of what it follows.',
  ),
  fork_variant_mismatch: kind(400, 'A fork and a replica keep the variant of their source.'),
  fork_replica_conflict: kind(
    400,
    'A service is made as a read replica or as a fork, not as both, and a replica follows one service.',
  ),
  recovery_key_unsupported: kind(400, 'The service type has no such recovery key.'),
  recovery_keys_conflict: kind(400, 'The latest transaction and another recovery point were asked for.'),
  recovery_time_invalid: kind(400, 'The recovery time is not a date-time of at most 32 characters.'),
  recovery_time_in_future: kind(400, 'The recovery time has not come yet.'),
  recovery_time_out_of_range: kind(400, 'The recovery time is outside the window restorable from that location.'),
  recovery_backup_name_invalid: kind(400, 'The backup name breaks its pattern.'),
  recovery_backup_not_found: kind(400, 'The source has no backup of this name.'),
  recovery_backup_not_restorable: kind(400, 'Hourly backups are restorable from the previous day only.'),
  secondary_not_available: kind(400, 'The source has no usable copy of its backups in a second region.'),
  secondary_cloud_mismatch: kind(400, 'A fork from the secondary location runs in the region of that location.'),
  secondary_plan_mismatch: kind(400, 'A fork from the secondary location gets the plan of its source.'),
  secondary_no_point_in_time: kind(400, 'This type restores no point in time from the secondary location.'),
  backup_location_down: kind(400, 'The region that keeps the backups is down, and no copy elsewhere can serve.'),
  backup_region_invalid: kind(
    400,
    'additional_backup_regions takes at most one region of lower-case letters, digits and hyphens.',
  ),
  backup_region_unsupported: kind(400, 'Services of this type have no backup to another region.'),
  backup_region_unknown: kind(400, 'The second backup region is not a known cloud.'),
  backup_region_same: kind(400, 'The second backup region is the one of the service itself.'),
  backup_region_other_provider: kind(400, 'The second backup region belongs to another cloud provider.'),
  backup_region_changed_recently: kind(400, 'The second backup region can be changed once in 24 hours.'),
  service_not_as_expected: kind(
    412,
    'The request states whose service it expects, or which one of its name, and that is not so: nothing was done.',
  ),
  owner_invalid: kind(400, 'The id of an owner breaks its pattern.'),
  termination_protected: kind(403, 'Termination protection is on.'),
  database_not_found: kind(404, 'The service has no database of this name.'),
  database_already_exists: kind(409, 'The service has a database of this name.'),
  databases_unsupported: kind(400, 'Services of this type have no databases of their own to manage.'),
  user_not_found: kind(404, 'The service has no user of this name.'),
  user_already_exists: kind(409, 'The service has a user of this name.'),
  user_is_administrator: kind(400, 'The first administrator of a service cannot be deleted.'),
  users_unsupported: kind(400, 'Services of this type take no service users besides their administrator.'),
  pools_unsupported: kind(400, 'Services of this type have no connection pools.'),
  pool_not_found: kind(404, 'The service has no connection pool of this name.'),
  pool_already_exists: kind(409, 'The service has a connection pool of this name.'),
  integration_not_found: kind(404, 'The project has no integration of this id.'),
  integration_already_exists: kind(409, 'These two services have an integration of this type.'),
  integration_type_unknown: kind(400, 'No integration has this type.'),
  endpoint_not_found: kind(404, 'The project has no integration endpoint of this id.'),
  endpoint_already_exists: kind(409, 'The project has an integration endpoint of this name.'),
  endpoint_type_unknown: kind(400, 'No integration endpoint has this type.'),
  endpoint_in_use: kind(409, 'An integration uses the endpoint.'),
  task_not_found: kind(404, 'The service remembers no task of this id.'),
  secrets_sealed: kind(409, 'A secret was given, and the key that the registry seals its secrets with is not there.'),
  name_invalid: kind(400, 'A name of a database, user, pool, key or tag breaks its pattern or length.'),
  token_missing: kind(401, 'The request carries no token, and the registry has tokens.'),
  token_invalid: kind(401, 'The token of the request is unknown, revoked or expired.'),
  token_insufficient: kind(403, 'The token allows less than the operation needs.'),
  project_forbidden: kind(403, 'The token does not reach this project, whether it exists or not.'),
  token_not_found: kind(404, 'The registry has no token of this id.'),
  token_already_exists: kind(409, 'The registry has this token already.'),
  clock_backwards: kind(400, 'The clock of the registry never goes back.'),
  clock_setting_invalid: kind(400, 'The clock setting is out of range.'),
  request_invalid: kind(400, 'The body, a parameter or a field of the request has the wrong type or is missing.'),
  not_judged_here: kind(400, 'The registry was given no rules, so it judges no forks.'),
  write_conflict: kind(409, 'Another request changed the same thing first.'),
  operation_not_simulated: kind(400, 'The registry does not simulate this operation, and so refuses it.'),
} as const satisfies Record<string, RefusalKind>;

/** A stable code of a refusal. */
export type RefusalCode = keyof typeof refusalKinds;

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
