import { maintenanceDays } from '../../domain';
import {
  block,
  blockType,
  bool,
  computed,
  equal,
  isTimeOfDay,
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
} from '../protocol';
import { acknowledgeAttribute } from './acknowledgements';
import { userConfigBlock } from './user-config';

/** By kind, such as `databases`. */
const names = mapOf(listOf(string));

/** Where a fork came from, fixed when it was made. */
const lineage = nested('single', {
  source_project: computed(string, { description: 'Project of the source.' }),
  source_service: computed(string, { description: 'Name of the source.' }),
  recovery_point: computed(string, { description: 'The instant whose state was restored, RFC 3339.' }),
  backup_name: computed(string, { description: 'The base backup that was restored.' }),
  location: computed(string, { description: 'The cloud that the backup was read from.' }),
  role: computed(string, { description: '`primary` or `secondary`.' }),
});

/** What the fork got from its source and what it did not, fixed when it was made. */
const manifest = nested('single', {
  copied: computed(names, { description: 'What was copied: the first 20 names of each kind.' }),
  not_copied: computed(names, { description: 'What was left behind.' }),
});

/** What a configuration says of a service, and what is fixed when it is made. What moves with time is a data source. */
export const serviceSchema: Schema = {
  description: 'A managed database service, perhaps a fork of another one.',
  attributes: {
    id: computed(string, { fixed: true, description: '`project/service_name`.' }),
    project: optionalComputed(string, {
      replaces: true,
      description: "Project of the service. Default: the provider's `project`.",
    }),
    service_name: required(string, {
      replaces: true,
      description: 'Name of the service; another name is another service: see `on_fork_change`.',
    }),
    service_type: required(string, { description: 'API code of the engine, such as `pg`; never changes.' }),
    plan: optionalComputed(string, {
      fixed: true,
      description:
        'Name of the plan, such as `business-4`. Required, except together with `from = "secondary"`: such a fork gets ' +
        "its source's plan.",
    }),
    cloud_name: optionalComputed(string, {
      fixed: true,
      description:
        'Cloud region, such as `aws-eu-central-1`. Default: the project\'s; with `from = "secondary"` where the copies lie.',
    }),
    disk_space_mb: optionalComputed(number, { fixed: true, description: "Disk in MB. Default: the plan's." }),
    termination_protection: optionalComputed(bool, {
      fixed: true,
      description:
        'While it is on, nothing that destroys the service passes a plan; left as it is when not set. ' +
        'Default of a new service: `false`.',
    }),
    powered: optionalComputed(bool, {
      fixed: true,
      description:
        'Whether it shall run. Not set, it stays as it is: what was powered off outside of Terraform stays off.',
    }),
    tags: optionalComputed(mapOf(string), {
      fixed: true,
      description: 'Tags of the service; left as they are when not set. `{}` takes them all away.',
    }),
    maintenance_window_dow: optionalComputed(string, {
      fixed: true,
      validate: [oneOf(...maintenanceDays)],
      description: 'Weekday at which updates may be installed, or `never`; left as it is when not set.',
    }),
    maintenance_window_time: optionalComputed(string, {
      fixed: true,
      validate: [isTimeOfDay],
      description: 'Time of day from which they may, `HH:MM:SS` in UTC; left as it is when not set.',
    }),
    tech_emails: optionalComputed(listOf(string), {
      fixed: true,
      description:
        'Addresses that are told of trouble, at most 10; left as they are when not set. `[]` takes them all away.',
    }),
    secrets: optional(mapOf(string), {
      description:
        'Settings read when they are applied: path (`admin_password`) to the environment variable that holds it. ' +
        'No plan, no state has the value.',
    }),
    secrets_wo: optional(mapOf(string), {
      writeOnly: true,
      sensitive: true,
      description:
        'Settings that are secrets, by path (`admin_password`, `openid.client_secret`), such as a value of an ephemeral resource. ' +
        'No plan and no state has them, nor `service_uri` the password. Needs Terraform 1.11.',
    }),
    secrets_wo_version: optional(number, {
      description:
        'Goes with `secrets_wo`: raise it, and they are sent again. What is read only while a service is made, such as ' +
        '`admin_password`, is not: use `password_wo` of `forkcast_service_user` for that.',
    }),
    from: optionalComputed(string, {
      fixed: true,
      validate: [oneOf('primary', 'secondary')],
      description: 'The location that a fork must be restored from; the registry decides when not set.',
    }),
    latest_transaction: optionalComputed(bool, {
      fixed: true,
      description: 'Fork the newest transaction: resolved to a time once, when the fork is made.',
    }),
    project_vpc_id: optionalComputed(string, {
      fixed: true,
      description: 'Network of the service, `PROJECT/VPC_ID`; read only while it is made.',
    }),
    static_ips: optionalComputed(listOf(string), {
      fixed: true,
      description: 'Ids of static addresses; read only while the service is made.',
    }),
    acknowledge: acknowledgeAttribute,
    on_fork_change: optional(string, {
      default: 'refuse',
      validate: [oneOf('refuse', 'replace')],
      description:
        'What a change does that would end the live service, such as another fork key, `service_name` or `project`: ' +
        '`refuse` the plan, or `replace` the service and lose its data. Default `refuse`.',
    }),
    ready: computed(bool, {
      fixed: true,
      description:
        'Whether it runs. False while it is unfinished, and the next apply waits; false while it is powered off.',
    }),
    owner: computed(string, {
      fixed: true,
      description:
        'Id of who holds the service, as the registry has it: this object, once it has made it or taken it over. Null: ' +
        'nobody, or the service was imported and no apply has taken it over yet.',
    }),
    service_uri: computed(string, {
      fixed: true,
      sensitive: true,
      description: "Address of the service with its administrator's password.",
    }),
    service_host: computed(string, { fixed: true, description: 'Host of that address.' }),
    service_port: computed(number, { fixed: true, description: 'Port of that address.' }),
    lineage: computed(lineage, {
      fixed: true,
      description: 'Source, recovery point really used, backup and location; null for what is no fork.',
    }),
    manifest: computed(manifest, { fixed: true, description: 'What was copied from the source and what was not.' }),
    data_digest: computed(string, { fixed: true, description: 'Hash of the data as it was forked.' }),
  },
  blocks: {
    user_config: userConfigBlock(),
    service_integrations: block('list', {
      description:
        'Integrations that are made together with the service, and only then. Others are resources of their own, ' +
        '`forkcast_service_integration`.',
      attributes: {
        integration_type: required(string, {
          validate: [oneOf('read_replica')],
          description: '`read_replica`: the service follows another one.',
        }),
        source_service_name: required(string, {
          validate: [lengthBetween(1, 64)],
          description: 'Name of the service that is followed.',
        }),
      },
    }),
  },
};

/** Whether two objects ask for the same service: timeouts are no part of it. */
export const isSameService = (prior: ObjectValue, planned: ObjectValue): boolean =>
  equal(blockType(serviceSchema), { ...prior, timeouts: null }, { ...planned, timeouts: null });
