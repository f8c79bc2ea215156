/** The HTTP status of a refusal and what its code means, for the catalogue page and `forkcast explain`. */
export interface RefusalKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412;
  readonly meaning: string;
}

/** Every code with which the registry refuses a request. Stable: a code is never reused. */
export const refusalKinds = {
  service_name_invalid: {
    status: 400,
    meaning: 'The service name is not 1 to 64 lower-case letters, digits and hyphens, starting with a letter.',
  },
  service_already_exists: { status: 409, meaning: 'A live service of the project has this name.' },
  service_not_found: { status: 404, meaning: 'The project has no live service of this name.' },
  service_powered_off: { status: 400, meaning: 'The operation needs a service that is powered on.' },
  service_not_ready: { status: 409, meaning: 'The operation needs a service that is RUNNING.' },
  project_name_invalid: {
    status: 400,
    meaning: 'The project name is not 1 to 63 lower-case letters, digits and hyphens, starting with a letter.',
  },
  project_already_exists: { status: 409, meaning: 'The registry has a project of this name.' },
  project_not_empty: { status: 409, meaning: 'The project has live services, which would be lost with it.' },
  project_not_found: { status: 404, meaning: 'The registry has no project of this name.' },
  organization_not_found: { status: 404, meaning: 'The registry has no organization of this name.' },
  organization_mismatch: { status: 400, meaning: 'Things of two organizations were named together.' },
  record_not_found: { status: 404, meaning: 'The registry keeps no such account, address, topic, step or group.' },
  record_already_exists: { status: 409, meaning: 'The registry keeps one of this name already.' },
  record_in_use: { status: 409, meaning: 'Something else still uses it.' },
  type_unsuitable: { status: 400, meaning: 'Services of this type have nothing of the kind.' },
  static_ip_unusable: {
    status: 400,
    meaning: 'The static address is not there, is in another cloud, or serves another service.',
  },
  organization_already_exists: { status: 409, meaning: 'The registry has an organization of this name.' },
  service_type_unknown: { status: 400, meaning: 'No service type has this code.' },
  plan_missing: {
    status: 400,
    meaning: 'The request names no plan, and is no fork from the secondary location, which gets its source’s.',
  },
  plan_unknown: { status: 400, meaning: 'The service type has no plan of this name.' },
  plan_not_in_cloud: { status: 400, meaning: 'The plan is not sold in this cloud.' },
  cloud_unknown: { status: 400, meaning: 'The project has no cloud of this name.' },
  cloud_down: { status: 400, meaning: 'The cloud region is down.' },
  free_plan_cloud_choice: {
    status: 400,
    meaning: 'The cloud, VPC and static addresses of a free or developer plan cannot be chosen.',
  },
  free_plan_limit: { status: 400, meaning: 'An organization may have one free service of each type.' },
  disk_not_configurable: { status: 400, meaning: 'The plan has a fixed disk.' },
  disk_below_plan: { status: 400, meaning: 'The disk is smaller than the one the plan includes.' },
  disk_above_cap: { status: 400, meaning: 'The disk is larger than the plan allows.' },
  disk_step_invalid: { status: 400, meaning: 'Disk above the included one comes in steps.' },
  disk_below_data: { status: 400, meaning: 'The disk is smaller than the data that the service holds.' },
  user_config_key_unknown: { status: 400, meaning: 'The service type has no such user_config key.' },
  user_config_value_invalid: { status: 400, meaning: 'The value of a user_config key breaks its schema.' },
  user_config_create_only: {
    status: 400,
    meaning: 'The user_config key can be set only while the service is created.',
  },
  version_unknown: { status: 400, meaning: 'The service type has no such version.' },
  version_of_replica: {
    status: 400,
    meaning: 'A replica runs the version of the service that it follows, and is upgraded with it.',
  },
  version_downgrade: { status: 400, meaning: 'A running service cannot go back to an older version.' },
  fork_type_unsupported: { status: 400, meaning: 'Services of this type cannot be forked.' },
  fork_source_missing_key: {
    status: 400,
    meaning: 'A key that only makes sense in a fork was given without service_to_fork_from.',
  },
  fork_source_keys_conflict: {
    status: 400,
    meaning: 'service_to_fork_from and pg_service_to_fork_from name different services.',
  },
  fork_source_not_found: { status: 400, meaning: 'The project has no service of the name to fork from.' },
  fork_source_terminated: {
    status: 400,
    meaning: 'The service to fork from was terminated; only the support team can restore its backups.',
  },
  fork_source_self: { status: 400, meaning: 'A service cannot be forked from itself.' },
  fork_source_read_replica: {
    status: 400,
    meaning: 'The service to fork from is a read replica or recovery copy, which has no backups.',
  },
  fork_other_organization: { status: 403, meaning: 'The source project belongs to another organization.' },
  fork_type_mismatch: { status: 400, meaning: 'The source is of another service type.' },
  fork_no_backups: { status: 400, meaning: 'The source has no backup yet.' },
  fork_persistence_off: { status: 400, meaning: 'The source runs without persistence, so it has no backups.' },
  fork_from_tier: { status: 400, meaning: 'Services on the plan tier of the source cannot be forked.' },
  fork_to_tier: { status: 400, meaning: 'A fork cannot be made on this plan tier.' },
  fewer_nodes: {
    status: 400,
    meaning: 'The plan has fewer nodes than the service, which this type does not allow.',
  },
  fork_fewer_nodes: {
    status: 400,
    meaning: 'The plan has fewer nodes than the source, which this type does not allow.',
  },
  fork_disk_too_small: {
    status: 400,
    meaning: 'The disk of the fork is smaller than the data to restore, or that of a replica than the data it follows.',
  },
  fork_version_mismatch: {
    status: 400,
    meaning: 'A fork keeps the major version of its backup, and a replica the version of what it follows.',
  },
  fork_variant_mismatch: { status: 400, meaning: 'A fork and a replica keep the variant of their source.' },
  fork_replica_conflict: {
    status: 400,
    meaning: 'A service is made as a read replica or as a fork, not as both, and a replica follows one service.',
  },
  recovery_key_unsupported: { status: 400, meaning: 'The service type has no such recovery key.' },
  recovery_keys_conflict: { status: 400, meaning: 'The latest transaction and another recovery point were asked for.' },
  recovery_time_invalid: { status: 400, meaning: 'The recovery time is not a date-time of at most 32 characters.' },
  recovery_time_in_future: { status: 400, meaning: 'The recovery time has not come yet.' },
  recovery_time_out_of_range: {
    status: 400,
    meaning: 'The recovery time is outside the window restorable from that location.',
  },
  recovery_backup_name_invalid: { status: 400, meaning: 'The backup name breaks its pattern.' },
  recovery_backup_not_found: { status: 400, meaning: 'The source has no backup of this name.' },
  recovery_backup_not_restorable: { status: 400, meaning: 'Hourly backups are restorable from the previous day only.' },
  secondary_not_available: { status: 400, meaning: 'The source has no usable copy of its backups in a second region.' },
  secondary_cloud_mismatch: {
    status: 400,
    meaning: 'A fork from the secondary location runs in the region of that location.',
  },
  secondary_plan_mismatch: { status: 400, meaning: 'A fork from the secondary location gets the plan of its source.' },
  secondary_no_point_in_time: {
    status: 400,
    meaning: 'This type restores no point in time from the secondary location.',
  },
  backup_location_down: {
    status: 400,
    meaning: 'The region that keeps the backups is down, and no copy elsewhere can serve.',
  },
  backup_region_invalid: {
    status: 400,
    meaning: 'additional_backup_regions takes at most one region of lower-case letters, digits and hyphens.',
  },
  backup_region_unsupported: { status: 400, meaning: 'Services of this type have no backup to another region.' },
  backup_region_unknown: { status: 400, meaning: 'The second backup region is not a known cloud.' },
  backup_region_same: { status: 400, meaning: 'The second backup region is the one of the service itself.' },
  backup_region_other_provider: { status: 400, meaning: 'The second backup region belongs to another cloud provider.' },
  backup_region_changed_recently: { status: 400, meaning: 'The second backup region can be changed once in 24 hours.' },
  service_not_as_expected: {
    status: 412,
    meaning:
      'The request states whose service it expects, or which one of its name, and that is not so: nothing was done.',
  },
  owner_invalid: { status: 400, meaning: 'The id of an owner breaks its pattern.' },
  termination_protected: { status: 403, meaning: 'Termination protection is on.' },
  database_not_found: { status: 404, meaning: 'The service has no database of this name.' },
  database_already_exists: { status: 409, meaning: 'The service has a database of this name.' },
  databases_unsupported: { status: 400, meaning: 'Services of this type have no databases of their own to manage.' },
  user_not_found: { status: 404, meaning: 'The service has no user of this name.' },
  user_already_exists: { status: 409, meaning: 'The service has a user of this name.' },
  user_is_administrator: { status: 400, meaning: 'The first administrator of a service cannot be deleted.' },
  users_unsupported: {
    status: 400,
    meaning: 'Services of this type take no service users besides their administrator.',
  },
  pools_unsupported: { status: 400, meaning: 'Services of this type have no connection pools.' },
  pool_not_found: { status: 404, meaning: 'The service has no connection pool of this name.' },
  pool_already_exists: { status: 409, meaning: 'The service has a connection pool of this name.' },
  integration_not_found: { status: 404, meaning: 'The project has no integration of this id.' },
  integration_already_exists: { status: 409, meaning: 'These two services have an integration of this type.' },
  integration_type_unknown: { status: 400, meaning: 'No integration has this type.' },
  endpoint_not_found: { status: 404, meaning: 'The project has no integration endpoint of this id.' },
  endpoint_already_exists: { status: 409, meaning: 'The project has an integration endpoint of this name.' },
  endpoint_type_unknown: { status: 400, meaning: 'No integration endpoint has this type.' },
  endpoint_in_use: { status: 409, meaning: 'An integration uses the endpoint.' },
  task_not_found: { status: 404, meaning: 'The service remembers no task of this id.' },
  secrets_sealed: {
    status: 409,
    meaning: 'A secret was given, and the key that the registry seals its secrets with is not there.',
  },
  name_invalid: { status: 400, meaning: 'A name of a database, user, pool, key or tag breaks its pattern or length.' },
  token_missing: { status: 401, meaning: 'The request carries no token, and the registry has tokens.' },
  token_invalid: { status: 401, meaning: 'The token of the request is unknown, revoked or expired.' },
  token_insufficient: { status: 403, meaning: 'The token allows less than the operation needs.' },
  project_forbidden: { status: 403, meaning: 'The token does not reach this project, whether it exists or not.' },
  token_not_found: { status: 404, meaning: 'The registry has no token of this id.' },
  token_already_exists: { status: 409, meaning: 'The registry has this token already.' },
  clock_backwards: { status: 400, meaning: 'The clock of the registry never goes back.' },
  clock_setting_invalid: { status: 400, meaning: 'The clock setting is out of range.' },
  request_invalid: {
    status: 400,
    meaning: 'The body, a parameter or a field of the request has the wrong type or is missing.',
  },
  not_judged_here: { status: 400, meaning: 'The registry was given no rules, so it judges no forks.' },
  write_conflict: { status: 409, meaning: 'Another request changed the same thing first.' },
  operation_not_simulated: {
    status: 400,
    meaning: 'The registry does not simulate this operation, and so refuses it.',
  },
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
