import type { JsonObject, JsonValue } from '../../src/domain';

/** One resource of a plan in the documented format, in few words. */
export interface ResourceSpec {
  /** `aiven_pg.main`, `module.eu[0].aiven_pg.main["a"]` or `data.aiven_pg.main`. */
  readonly address: string;
  readonly actions?: readonly string[];
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  /** Marks of what is known only after apply, beside what the provider computes. */
  readonly unknown?: JsonObject;
  readonly sensitive?: JsonObject;
  readonly sensitiveBefore?: JsonObject;
  /** What the configuration writes; `ref('aiven_pg.main.service_name')` is a reference. */
  readonly config?: JsonObject;
  readonly dependsOn?: readonly string[];
  readonly replacePaths?: readonly (readonly (string | number)[])[];
  readonly why?: string;
  readonly previousAddress?: string;
  readonly importing?: JsonObject;
  readonly deposed?: string;
}

/** A whole plan. */
export interface PlanSpec {
  readonly resources: readonly ResourceSpec[];
  /** Values that calls of modules pass in, by module and variable. */
  readonly modules?: Readonly<Record<string, { readonly inputs?: JsonObject; readonly outputs?: JsonObject }>>;
  readonly format?: string;
  readonly tool?: string;
}

/** An expression that refers to something, with the shorter references that Terraform lists beside it. */
export const ref = (...references: readonly string[]): JsonObject => ({
  references: references.flatMap((reference) => {
    const parts = reference.split('.');
    const isResource = /^(aiven|forkcast|terraform|time|null)_/.test(parts[0] ?? '') || parts[0] === 'data';
    const whole = parts.slice(0, parts[0] === 'data' ? 3 : 2).join('.');
    if (!isResource) return parts[0] === 'module' ? [reference, parts.slice(0, 2).join('.')] : [reference];
    const bare = whole.replace(/\[.*$/, '');
    return [...new Set([reference, whole, bare])];
  }),
});

/** An expression of functions and constants alone, such as `timestamp()`. */
export const call: JsonObject = {};

const computed = ['service_uri', 'service_host', 'service_port', 'service_password', 'state', 'components', 'id'];

const addressPattern = /^((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*)((?:data\.)?)([\w-]+)\.([\w-]+)(?:\[(.*)\])?$/;

const parsed = (address: string) => {
  const [, modules = '', data = '', type = '', name = '', index] = addressPattern.exec(address) ?? [];
  return {
    moduleAddress: modules.replace(/\.$/, ''),
    moduleNames: [...modules.matchAll(/module\.([\w-]+)/g)].map(([, module = '']) => module),
    mode: data === '' ? 'managed' : 'data',
    type,
    name,
    ...(index === undefined ? {} : { index: JSON.parse(index) as string | number }),
    block: `${data}${type}.${name}`,
  };
};

const providerOf = (type: string): string =>
  type.startsWith('aiven_')
    ? 'registry.terraform.io/aiven/aiven'
    : type.startsWith('forkcast_')
      ? 'terraform.local/forkcast/forkcast'
      : 'registry.terraform.io/hashicorp/time';

const changeOf = (spec: ResourceSpec): JsonObject => {
  const {
    address,
    actions = ['create'],
    before,
    after,
    unknown,
    sensitive,
    sensitiveBefore,
    replacePaths,
    why,
    importing,
  } = spec;
  const { moduleAddress, mode, type, name, index } = parsed(address);
  const isMade = actions.includes('create');
  const later = isMade && mode === 'managed' ? Object.fromEntries(computed.map((field) => [field, true])) : {};
  return {
    address,
    ...(moduleAddress === '' ? {} : { module_address: moduleAddress }),
    ...(spec.previousAddress === undefined ? {} : { previous_address: spec.previousAddress }),
    mode,
    type,
    name,
    ...(index === undefined ? {} : { index }),
    provider_name: providerOf(type),
    ...(spec.deposed === undefined ? {} : { deposed: spec.deposed }),
    change: {
      actions: [...actions],
      before: before ?? null,
      after: after ?? null,
      after_unknown: { ...later, ...unknown },
      before_sensitive:
        before === undefined ? false : { service_password: true, service_uri: true, ...sensitiveBefore },
      after_sensitive: after === undefined ? false : { service_password: true, service_uri: true, ...sensitive },
      ...(replacePaths === undefined ? {} : { replace_paths: replacePaths.map((path) => [...path]) }),
      ...(importing === undefined ? {} : { importing }),
    },
    ...(why === undefined ? {} : { action_reason: why }),
  };
};

/** The expressions that a configuration would have to say the values of `after`: constants, unless `config` says otherwise. */
const expressionsOf = ({ after, before, config }: ResourceSpec): JsonObject => {
  const constant = (value: JsonValue): JsonValue =>
    Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null)
      ? value.map((item) =>
          Object.fromEntries(
            Object.entries(item as JsonObject).flatMap(([key, inner]) =>
              inner === null ? [] : [[key, constant(inner)] as const],
            ),
          ),
        )
      : { constant_value: value };
  const plain = Object.fromEntries(
    Object.entries(after ?? before ?? {}).flatMap(([key, value]) =>
      value === null ? [] : [[key, constant(value)] as const],
    ),
  );
  return merged(plain, config ?? {});
};

const merged = (base: JsonObject, over: JsonObject): JsonObject => {
  const result: Record<string, JsonValue> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = result[key];
    result[key] =
      Array.isArray(value) && Array.isArray(old) ? [merged(old[0] as JsonObject, value[0] as JsonObject)] : value;
  }
  return result;
};

interface ModuleBody {
  readonly resources: Map<string, JsonObject>;
  readonly calls: Map<string, ModuleBody>;
}

const configurationOf = ({ resources, modules = {} }: PlanSpec): JsonObject => {
  const root: ModuleBody = { resources: new Map(), calls: new Map() };
  for (const spec of resources) {
    if (spec.actions?.join() === 'delete' || spec.deposed !== undefined) continue;
    const { moduleNames, mode, type, name, block } = parsed(spec.address);
    let body = root;
    for (const module of moduleNames) {
      const next = body.calls.get(module) ?? { resources: new Map(), calls: new Map() };
      body.calls.set(module, next);
      body = next;
    }
    body.resources.set(block, {
      address: block,
      mode,
      type,
      name,
      provider_config_key: type.split('_')[0] ?? '',
      expressions: expressionsOf(spec),
      schema_version: 1,
      ...(spec.dependsOn === undefined ? {} : { depends_on: [...spec.dependsOn] }),
    });
  }
  const written = (body: ModuleBody, outputs?: JsonObject): JsonObject => ({
    ...(outputs === undefined ? {} : { outputs }),
    resources: [...body.resources.values()],
    ...(body.calls.size === 0
      ? {}
      : {
          module_calls: Object.fromEntries(
            [...body.calls].map(([name, inner]) => [
              name,
              {
                source: `./${name}`,
                expressions: modules[name]?.inputs ?? {},
                module: written(inner, modules[name]?.outputs),
              },
            ]),
          ),
        }),
  });
  return {
    provider_config: { aiven: { name: 'aiven', full_name: 'registry.terraform.io/aiven/aiven' } },
    root_module: written(root),
  };
};

const valuesOf = (spec: ResourceSpec, values: JsonObject): JsonObject => {
  const { mode, type, name, index } = parsed(spec.address);
  return {
    address: spec.address,
    mode,
    type,
    name,
    ...(index === undefined ? {} : { index }),
    provider_name: providerOf(type),
    schema_version: 1,
    values,
    sensitive_values: { service_password: true, ...spec.sensitive },
  };
};

const moduleTree = (
  specs: readonly ResourceSpec[],
  pick: (spec: ResourceSpec) => JsonObject | undefined,
): JsonObject => {
  const of = (moduleAddress: string): readonly JsonObject[] =>
    specs.flatMap((spec) => {
      const values = pick(spec);
      return values !== undefined && parsed(spec.address).moduleAddress === moduleAddress
        ? [valuesOf(spec, values)]
        : [];
    });
  const children = [...new Set(specs.map(({ address }) => parsed(address).moduleAddress))].filter(
    (name) => name !== '',
  );
  return {
    root_module: {
      resources: of(''),
      ...(children.length === 0
        ? {}
        : { child_modules: children.map((address) => ({ address, resources: of(address) })) }),
    },
  };
};

/** A plan as `terraform show -json` writes it. */
export const planJson = (spec: PlanSpec): JsonObject => {
  const data = spec.resources.filter(({ address }) => parsed(address).mode === 'data');
  const managed = spec.resources.filter(({ address }) => parsed(address).mode === 'managed');
  const deferred = data.filter(({ actions }) => actions?.join() === 'read');
  return {
    format_version: spec.format ?? '1.2',
    terraform_version: spec.tool ?? '1.11.4',
    planned_values: moduleTree(managed, ({ after, deposed }) => (deposed === undefined ? after : undefined)),
    resource_changes: [...managed, ...deferred].map(changeOf),
    prior_state: {
      format_version: '1.0',
      terraform_version: spec.tool ?? '1.11.4',
      values: moduleTree(spec.resources, (one) =>
        parsed(one.address).mode === 'data' ? (deferred.includes(one) ? undefined : one.after) : one.before,
      ),
    },
    configuration: configurationOf(spec),
    relevant_attributes: [],
    timestamp: '2026-11-20T08:00:07Z',
    applyable: true,
    complete: true,
    errored: false,
  };
};

/** A state as `terraform show -json` writes it. */
export const stateJson = (resources: readonly ResourceSpec[]): JsonObject => ({
  format_version: '1.0',
  terraform_version: '1.11.4',
  values: moduleTree(resources, ({ after }) => after),
});

/** The values of a service of the vendor's provider: what nobody writes is null. */
export const service = (
  type: string,
  name: string,
  options: JsonObject & { readonly user_config?: JsonObject } = {},
): JsonObject => {
  const { user_config: settings, ...rest } = options;
  return {
    project: 'demo',
    service_name: name,
    plan: 'business-4',
    cloud_name: 'google-europe-west1',
    additional_disk_space: null,
    disk_space: null,
    maintenance_window_dow: null,
    maintenance_window_time: null,
    project_vpc_id: null,
    service_integrations: [],
    static_ips: null,
    tag: [],
    tech_emails: [],
    termination_protection: false,
    timeouts: null,
    [`${type}_user_config`]: settings === undefined ? [] : [settings],
    ...rest,
  };
};
