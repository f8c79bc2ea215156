import {
  block,
  blockType,
  bool,
  computed,
  equal,
  lengthBetween,
  listOf,
  mapOf,
  nested,
  number,
  type ObjectValue,
  oneOf,
  optional,
  optionalComputed,
  required,
  type Schema,
  string,
  withoutNulls,
} from '../protocol';
import { acknowledgeAttribute } from './acknowledgements';
import { userConfigBlock } from './user-config';

/** By kind, such as `databases`. */
const names = mapOf(listOf(string));

/** Where a fork came from, fixed when it was made. */
const lineage = nested('single', {
  source_project: computed(string, 'Project of the source.'),
  source_service: computed(string, 'Name of the source.'),
  recovery_point: computed(string, 'The instant whose state was restored, RFC 3339.'),
  backup_name: computed(string, 'The base backup that was restored.'),
  location: computed(string, 'The cloud that the backup was read from.'),
  role: computed(string, '`primary` or `secondary`.'),
});

/** What the fork got from its source and what it did not, fixed when it was made. */
const manifest = nested('single', {
  copied: computed(names, 'What was copied: the first 20 names of each kind.'),
  not_copied: computed(names, 'What was left behind.'),
});

/** What a configuration says of a service, and what is fixed when it is made. What moves with time is a data source. */
export const serviceSchema: Schema = {
  description: 'A managed database service, perhaps a fork of another one.',
  attributes: {
    id: computed(string, '`project/service_name`.', { fixed: true }),
    project: optionalComputed(string, "Project of the service. Default: the provider's `project`.", { replaces: true }),
    service_name: required(string, 'Name of the service; another name is another service: see `on_fork_change`.', {
      replaces: true,
    }),
    service_type: required(string, 'API code of the engine, such as `pg`; never changes.'),
    plan: optionalComputed(
      string,
      'Name of the plan, such as `business-4`. Required, except together with `from = "secondary"`: such a fork gets ' +
        "its source's plan.",
      { fixed: true },
    ),
    cloud_name: optionalComputed(
      string,
      'Cloud region, such as `aws-eu-central-1`. Default: the project\'s; with `from = "secondary"` where the copies lie.',
      { fixed: true },
    ),
    disk_space_mb: optionalComputed(number, "Disk in MB. Default: the plan's.", { fixed: true }),
    termination_protection: optionalComputed(
      bool,
      'While it is on, nothing that destroys the service passes a plan; left as it is when not set. ' +
        'Default of a new service: `false`.',
      { fixed: true },
    ),
    powered: optionalComputed(
      bool,
      'Whether it shall run. Not set, it stays as it is: what was powered off outside of Terraform stays off.',
      { fixed: true },
    ),
    tags: optionalComputed(
      mapOf(string),
      'Tags of the service; left as they are when not set. `{}` takes them all away.',
      { fixed: true, validate: [withoutNulls] },
    ),
    maintenance_window_dow: optionalComputed(
      string,
      'Weekday at which updates may be installed, or `never`; left as it is when not set.',
      { fixed: true },
    ),
    maintenance_window_time: optionalComputed(
      string,
      'Time of day from which they may, `HH:MM:SS` in UTC; left as it is when not set.',
      { fixed: true },
    ),
    tech_emails: optionalComputed(
      listOf(string),
      'Addresses that are told of trouble, at most 10; left as they are when not set. `[]` takes them all away.',
      { fixed: true, validate: [withoutNulls] },
    ),
    secrets: optional(
      mapOf(string),
      'Settings read when they are applied: path (`admin_password`) to the environment variable that holds it. ' +
        'No plan, no state has the value.',
    ),
    secrets_wo: optional(
      mapOf(string),
      'Settings that are secrets, by path (`admin_password`, `openid.client_secret`), such as a value of an ephemeral resource. ' +
        'No plan and no state has them, nor `service_uri` the password. Needs Terraform 1.11.',
      { writeOnly: true, sensitive: true },
    ),
    secrets_wo_version: optional(
      number,
      'Goes with `secrets_wo`: raise it, and they are sent again. What is read only while a service is made, such as ' +
        '`admin_password`, is not: use `password_wo` of `forkcast_service_user` for that.',
    ),
    from: optionalComputed(
      string,
      'The location that a fork must be restored from; the registry decides when not set.',
      { fixed: true, validate: [oneOf('primary', 'secondary')] },
    ),
    latest_transaction: optionalComputed(
      bool,
      'Fork the newest transaction: resolved to a time once, when the fork is made.',
      { fixed: true },
    ),
    project_vpc_id: optionalComputed(string, 'Network of the service, `PROJECT/VPC_ID`; read only while it is made.', {
      fixed: true,
    }),
    static_ips: optionalComputed(listOf(string), 'Ids of static addresses; read only while the service is made.', {
      fixed: true,
    }),
    acknowledge: acknowledgeAttribute,
    on_fork_change: optional(
      string,
      'What a change does that would end the live service, such as another fork key, `service_name` or `project`: ' +
        '`refuse` the plan, or `replace` the service and lose its data. Default `refuse`.',
      { default: 'refuse', validate: [oneOf('refuse', 'replace')] },
    ),
    ready: computed(
      bool,
      'Whether it runs. False while it is unfinished, and the next apply waits; false while it is powered off.',
      { fixed: true },
    ),
    owner: computed(
      string,
      'Id of who holds the service, as the registry has it: this object, once it has made it or taken it over. Null: ' +
        'nobody, or the service was imported and no apply has taken it over yet.',
      { fixed: true },
    ),
    service_uri: computed(string, "Address of the service with its administrator's password.", {
      fixed: true,
      sensitive: true,
    }),
    service_host: computed(string, 'Host of that address.', { fixed: true }),
    service_port: computed(number, 'Port of that address.', { fixed: true }),
    lineage: computed(lineage, 'Source, recovery point really used, backup and location; null for what is no fork.', {
      fixed: true,
    }),
    manifest: computed(manifest, 'What was copied from the source and what was not.', { fixed: true }),
    data_digest: computed(string, 'Hash of the data as it was forked.', { fixed: true }),
    source_created_at: computed(
      string,
      'When the service was made that this one is made from, or follows, as its plan saw it, RFC 3339; null for what has no source. ' +
        'A saved plan is not applied to another one of its name: Terraform names this attribute then, and the plan is to be made again.',
      { fixed: true },
    ),
  },
  blocks: {
    user_config: userConfigBlock(),
    service_integrations: block('list', {
      description:
        'Integrations that are made together with the service, and only then. Others are resources of their own, ' +
        '`forkcast_service_integration`.',
      attributes: {
        integration_type: required(string, '`read_replica`: the service follows another one.', {
          validate: [oneOf('read_replica')],
        }),
        source_service_name: required(string, 'Name of the service that is followed.', {
          validate: [lengthBetween(1, 64)],
        }),
      },
    }),
  },
};

/** Whether two objects ask for the same service: timeouts are no part of it. */
export const isSameService = (prior: ObjectValue, planned: ObjectValue): boolean =>
  equal(blockType(serviceSchema), { ...prior, timeouts: null }, { ...planned, timeouts: null });
