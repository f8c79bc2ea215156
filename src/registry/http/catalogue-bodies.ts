import type { BackupPolicy, Cloud, JsonObject, Plan, ServiceType, SettingFields, UserConfigKey } from '../../domain';

/** A cloud as the API lists it. */
export const cloudBody = (cloud: Cloud) => ({
  cloud_name: cloud.name,
  cloud_description: `${cloud.geoRegion}, ${cloud.provider}: ${cloud.name}`,
  geo_region: cloud.geoRegion,
  provider: cloud.provider,
  provider_description: cloud.provider,
});

/** A service type with the schema of its settings, without its plans. */
export const typeBody = (type: ServiceType): JsonObject => ({
  description: `${type.title}${type.legacy ? ' (legacy)' : ''}`,
  ...(type.defaultVersion === undefined
    ? {}
    : { default_version: type.defaultVersion, latest_available_version: type.versions.at(-1)?.version ?? null }),
  user_config_schema: {
    type: 'object',
    title: `${type.title} settings`,
    additionalProperties: false,
    properties: Object.fromEntries(type.userConfig.map((key) => [key.key, propertyBody(key)])),
  },
});

/** The size and backup policy of a plan. Disk is that of the whole service. */
export const planSpecsBody = (plan: Plan): JsonObject => ({
  service_plan: plan.name,
  service_type: plan.type,
  node_count: plan.nodes,
  disk_space_mb: plan.diskMb,
  ...(plan.diskCapMb === null ? {} : { disk_space_cap_mb: plan.diskCapMb }),
  ...(plan.diskStepMb === null ? {} : { disk_space_step_mb: plan.diskStepMb }),
  backup_config: backupConfigBody(plan.backup),
});

/** A plan with the clouds that sell it. A price that the catalogue does not know is "0.0000": clients demand a text. */
export const planBody = (plan: Plan, clouds: ReadonlyMap<string, Cloud>): JsonObject => {
  const names = plan.clouds === 'all' ? [...clouds.keys()] : plan.clouds.filter((name) => clouds.has(name));
  const region: JsonObject = {
    price_usd: priceText(plan),
    node_cpu_count: plan.cpuPerNode,
    node_memory_mb: plan.memoryMbPerNode,
    disk_space_mb: plan.diskMb,
    ...(plan.diskCapMb === null ? {} : { disk_space_cap_mb: plan.diskCapMb }),
    ...(plan.diskStepMb === null ? {} : { disk_space_step_mb: plan.diskStepMb }),
  };
  return {
    service_plan: plan.name,
    service_type: plan.type,
    node_count: plan.nodes,
    backup_config: backupConfigBody(plan.backup),
    regions: Object.fromEntries(names.map((name) => [name, region])),
  };
};

/** The price of a plan; texts, and "0.0000" where the catalogue knows none. */
export const planPriceBody = (plan: Plan, cloud: string): JsonObject => ({
  base_price_usd: priceText(plan),
  cloud_name: cloud,
  extra_disk_price_per_gb_usd: '0.0000',
  object_storage_gb_price_usd: '0.0000',
  service_plan: plan.name,
  service_type: plan.type,
});

const priceText = (plan: Plan): string => (plan.priceUsdPerHour ?? 0).toFixed(4);

/** The versions of a service type; of their dates the catalogue knows none, and null is what a client shows as nothing. */
export const versionBodies = (type: ServiceType): readonly JsonObject[] =>
  type.versions.map(({ version, deprecated }) => ({
    service_type: type.name,
    major_version: version,
    state: deprecated === true ? 'eol' : 'available',
    availability_start_time: null,
    availability_end_time: null,
    aiven_end_of_life_time: null,
    upstream_end_of_life_time: null,
    termination_time: null,
    end_of_life_help_article_url: null,
    upgrade_to_service_type: null,
    upgrade_to_version: null,
  }));

const backupConfigBody = (policy: BackupPolicy): JsonObject => ({
  interval: policy.intervalHours,
  max_count: policy.maxCount,
  recovery_mode: policy.recoveryMode,
  ...optional('frequent_interval_minutes', policy.frequentIntervalMinutes),
  ...optional('frequent_oldest_age_minutes', policy.frequentOldestAgeMinutes),
  ...optional('infrequent_interval_minutes', policy.infrequentIntervalMinutes),
  ...optional('infrequent_oldest_age_minutes', policy.infrequentOldestAgeMinutes),
});

const optional = (name: string, value: number | string | boolean | undefined): JsonObject =>
  value === undefined ? {} : { [name]: value };

/** A key of `user_config` as JSON schema; a client needs `type` on each property and `items` on each array. */
const propertyBody = (key: UserConfigKey): JsonObject => {
  const kind = key.kind === 'string-array' ? 'array' : key.kind;
  const bounds: JsonObject = {
    ...optional('minLength', key.minLength),
    ...optional('maxLength', key.maxLength),
    ...optional('pattern', key.pattern),
  };
  const values = key.values?.map((value) => (key.kind === 'integer' ? Number(value) : value));
  const choice: JsonObject = values === undefined ? {} : { enum: key.nullable ? [...values, null] : values };
  return {
    title: key.summary,
    type: key.nullable ? [kind, 'null'] : kind,
    ...(key.createOnly ? { createOnly: true } : {}),
    ...(key.deprecated ? { is_deprecated: true } : {}),
    ...optional('minimum', key.minimum),
    ...optional('maximum', key.maximum),
    ...optional('maxItems', key.maxItems),
    ...(kind === 'array' ? { items: describeItems(key, bounds) } : bounds),
    ...(kind === 'object' ? describeFields(key.fields) : {}),
    ...choice,
  };
};

const describeItems = (key: UserConfigKey, bounds: JsonObject): JsonObject =>
  key.kind === 'string-array' ? { type: 'string', ...bounds } : { type: ['string', 'object'] };

/** A command line sets a field that is not known by its name, as text. */
const describeFields = (fields: SettingFields | undefined): JsonObject => ({
  ...(fields === undefined ? {} : { properties: Object.fromEntries(Object.entries(fields).map(describeField)) }),
  patternProperties: { '^.+$': { type: 'string' } },
  additionalProperties: true,
});

const describeField = ([name, field]: readonly [string, SettingFields[string]]): readonly [string, JsonObject] => [
  name,
  typeof field === 'string' ? { title: name, type: field } : { title: name, type: 'object', ...describeFields(field) },
];
