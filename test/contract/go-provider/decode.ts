/**
 * Decodes as the vendor's Go client does: a field of the wrong JSON type, or a time that is no RFC 3339, is an error; a field that is
 * missing or null is its zero value, unless the provider dereferences it.
 * @see go-client-codegen, ServiceGetOut, and terraform-provider-aiven, the reading of a service (read 2026-11-20)
 */
export class DecodeError extends Error {}

type Decoder = (value: unknown, at: string) => void;

const fail = (at: string, wanted: string, value: unknown): never => {
  throw new DecodeError(`${at}: wanted ${wanted}, got ${JSON.stringify(value) ?? 'nothing'}`);
};

const absent = (value: unknown): boolean => value === undefined || value === null;

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

export const text: Decoder = (value, at) => {
  if (!absent(value) && typeof value !== 'string') fail(at, 'a string', value);
};
export const whole: Decoder = (value, at) => {
  if (!absent(value) && !Number.isSafeInteger(value)) fail(at, 'an integer', value);
};
export const number: Decoder = (value, at) => {
  if (!absent(value) && typeof value !== 'number') fail(at, 'a number', value);
};
export const flag: Decoder = (value, at) => {
  if (!absent(value) && typeof value !== 'boolean') fail(at, 'a boolean', value);
};
export const time: Decoder = (value, at) => {
  if (typeof value !== 'string' || !rfc3339.test(value) || Number.isNaN(Date.parse(value))) fail(at, 'RFC 3339', value);
};
export const oneOf =
  (...values: readonly string[]): Decoder =>
  (value, at) => {
    if (typeof value !== 'string' || !values.includes(value)) fail(at, values.join(' | '), value);
  };
export const numericText: Decoder = (value, at) => {
  if (typeof value !== 'string' || !/^\d+$/.test(value)) fail(at, 'a number as a string', value);
};
export const list =
  (item: Decoder): Decoder =>
  (value, at) => {
    if (absent(value)) return;
    if (!Array.isArray(value)) return fail(at, 'a list', value);
    value.forEach((inner, index) => item(inner, `${at}[${index}]`));
  };
export const mapOf =
  (item: Decoder): Decoder =>
  (value, at) => {
    if (absent(value)) return;
    if (typeof value !== 'object' || Array.isArray(value)) return fail(at, 'an object', value);
    Object.entries(value ?? {}).forEach(([key, inner]) => item(inner, `${at}.${key}`));
  };
export const anything: Decoder = () => undefined;

/** An object whose fields are decoded; those of `needed` may not be missing or null: the provider would crash. */
export const struct =
  (fields: Readonly<Record<string, Decoder>>, needed: readonly string[] = []): Decoder =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(at, 'an object', value);
    const given = new Map<string, unknown>(Object.entries(value));
    for (const name of needed)
      if (absent(given.get(name))) fail(`${at}.${name}`, 'what the provider dereferences', null);
    for (const [name, decode] of Object.entries(fields)) {
      if (given.has(name) || decode === time) decode(given.get(name), `${at}.${name}`);
    }
  };

const parameters = struct({ dbname: text, host: text, password: text, port: numericText, sslmode: text, user: text }, [
  'port',
]);

const backup = struct(
  {
    backup_name: text,
    backup_time: time,
    data_size: whole,
    storage_location: text,
    additional_regions: list(struct({ cloud: text, region: text, paused: flag, pause_reason: text })),
  },
  ['backup_name', 'data_size'],
);

/** The service of ServiceGet, ServiceCreate and ServiceUpdate. */
export const service = struct(
  {
    service_name: text,
    service_type: text,
    plan: text,
    cloud_name: text,
    state: oneOf('POWEROFF', 'REBALANCING', 'REBUILDING', 'RUNNING'),
    create_time: time,
    update_time: time,
    user_config: mapOf(anything),
    termination_protection: flag,
    project_vpc_id: text,
    service_uri: text,
    service_uri_params: mapOf(text),
    service_integrations: list(struct({ service_integration_id: text, integration_type: text, source_service: text })),
    maintenance: struct({ dow: text, time: text, enabled: flag, updates: list(anything) }, ['dow', 'time', 'enabled']),
    connection_info: struct({
      pg: list(text),
      pg_params: list(parameters),
      pg_standby: list(text),
      pg_syncing: list(text),
      mysql: list(text),
      mysql_params: list(parameters),
      mysql_standby: list(text),
      opensearch: list(text),
      opensearch_dashboards_uri: text,
      opensearch_username: text,
      opensearch_password: text,
    }),
    backups: list(backup),
    node_states: list(
      struct(
        {
          name: text,
          state: oneOf('leaving', 'running', 'setting_up_vm', 'syncing_data', 'timing_out', 'unknown'),
          progress_updates: list(
            struct({ phase: text, completed: flag, min: whole, max: whole, current: whole, unit: text }),
          ),
        },
        ['name', 'progress_updates'],
      ),
    ),
    node_count: whole,
    node_cpu_count: whole,
    node_memory_mb: number,
    disk_space_mb: whole,
    components: list(struct({ component: text, host: text, port: whole, route: text, usage: text }, ['port'])),
    databases: list(text),
    users: list(struct({ username: text, type: text, password: text })),
    connection_pools: list(
      struct({ pool_name: text, pool_size: whole, pool_mode: text, database: text, username: text }),
    ),
    service_notifications: list(struct({ type: text, level: text, message: text })),
    group_list: list(text),
    features: mapOf(anything),
    metadata: mapOf(anything),
    tags: mapOf(text),
    tech_emails: list(struct({ email: text })),
  },
  ['maintenance', 'connection_info', 'user_config', 'service_name', 'plan', 'cloud_name', 'service_type'],
);

/** The answer of ProjectServicePlanSpecsGet. */
export const planSpecs = struct(
  { disk_space_mb: whole, disk_space_cap_mb: whole, disk_space_step_mb: whole, node_count: whole, service_plan: text },
  ['disk_space_mb'],
);

/** The answer of ServiceBackupsGet. */
export const backups = struct({
  backups: list(backup),
  pitr: struct({
    primary_region: struct({ pitr_range_start: text, pitr_range_end: text }),
    additional_regions: list(struct({ cloud: text, region: text, pitr_range_start: text, pitr_range_end: text })),
  }),
  scheduled_backup_time: struct({ backup_hour: whole, backup_minute: whole, backup_interval_hours: whole }),
});

/** The task of ServiceTaskCreate and ServiceTaskGet. */
export const task = struct({ task_id: text, task_type: text, create_time: time, success: flag, result: text }, [
  'task_id',
  'success',
  'result',
]);
