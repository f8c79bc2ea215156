/** Fields that the vendor's provider computes, and that a plan carries for every service. */
const computed = (index) => ({
  id: `demo/service-${index}`,
  service_uri: `postgres://avnadmin@service-${index}.example:12691/defaultdb?sslmode=require`,
  service_host: `service-${index}.example`,
  service_port: 12_691,
  service_username: 'avnadmin',
  state: 'RUNNING',
  disk_space_used: '80GiB',
  disk_space_default: '80GiB',
  disk_space_step: '10GiB',
  disk_space_cap: '400GiB',
  components: Array.from({ length: 4 }, (_, part) => ({
    component: ['pg', 'pgbouncer', 'prometheus', 'pg_metadata'][part],
    connection_uri: `service-${index}.example:${12_691 + part}`,
    host: `service-${index}.example`,
    kafka_authentication_method: '',
    port: 12_691 + part,
    route: 'dynamic',
    ssl: true,
    usage: 'primary',
  })),
});

const service = (name, index, config) => ({
  project: 'demo',
  service_name: name,
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'google-europe-west1',
  additional_disk_space: null,
  disk_space: null,
  maintenance_window_dow: 'sunday',
  maintenance_window_time: '10:00:00',
  project_vpc_id: null,
  service_integrations: [],
  static_ips: [],
  tag: [{ key: 'team', value: `team-${index % 40}` }],
  tech_emails: [],
  termination_protection: false,
  timeouts: null,
  pg_user_config: [config],
});

/** Something else that a stack is full of, of the size of a database user or a network rule. */
const other = (index) => ({
  id: `rule-${index}`,
  arn: `arn:aws:ec2:eu-west-1:123456789012:security-group-rule/rule-${index}`,
  description: `Lets service ${index} reach its database on the private network.`,
  cidr_blocks: ['10.0.0.0/16', '10.1.0.0/16', `10.${index % 250}.0.0/24`],
  from_port: 5_432,
  to_port: 5_432,
  protocol: 'tcp',
  security_group_id: `sg-${String(index).padStart(17, '0')}`,
  self: false,
  source_security_group_id: null,
  tags: { team: `team-${index % 40}`, environment: 'production', 'managed-by': 'terraform' },
  timeouts: null,
  type: 'ingress',
});

const vendor = 'registry.terraform.io/aiven/aiven';
const cloudProvider = 'registry.terraform.io/hashicorp/aws';

const resourceOf = (index, forks) => {
  if (index >= 2 * forks) {
    const values = other(index);
    return {
      type: 'aws_security_group_rule',
      name: `rule_${index}`,
      provider: cloudProvider,
      before: values,
      after: values,
    };
  }
  const number = index % forks;
  if (index < forks) {
    const values = { ...service(`source-${number}`, number, { pg_version: '16' }), ...computed(number) };
    return { type: 'aiven_pg', name: `source_${number}`, provider: vendor, before: values, after: values };
  }
  const config = {
    service_to_fork_from: `source-${number}`,
    recovery_target_time: number % 10 === 0 ? '2026-10-01T00:00:00Z' : '2026-11-19T12:00:00Z',
  };
  return {
    type: 'aiven_pg',
    name: `fork_${number}`,
    provider: vendor,
    before: null,
    after: service(`fork-${number}`, number, config),
  };
};

const expression = (value) =>
  Array.isArray(value) && typeof value[0] === 'object'
    ? value.map((inner) => Object.fromEntries(Object.entries(inner).map(([key, part]) => [key, expression(part)])))
    : { constant_value: value };

/** The JSON of a plan as `terraform show -json` writes it: `count` resources, `forks` sources and as many forks among them. */
export const planOf = ({ count, forks }) => {
  const resources = Array.from({ length: count }, (_, index) => {
    const resource = resourceOf(index, forks);
    return { ...resource, address: `${resource.type}.${resource.name}`, mode: 'managed' };
  });
  const valuesOf = ({ address, mode, type, name, provider }, values) => ({
    address,
    mode,
    type,
    name,
    provider_name: provider,
    schema_version: 1,
    values,
    sensitive_values: type === 'aiven_pg' ? { service_password: true, service_uri: true } : {},
  });
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: { resources: resources.map((one) => valuesOf(one, one.after)) } },
    resource_changes: resources.map(({ address, mode, type, name, provider, before, after }) => ({
      address,
      mode,
      type,
      name,
      provider_name: provider,
      change: {
        actions: [before === null ? 'create' : 'no-op'],
        before,
        after,
        after_unknown: before === null ? { id: true, service_uri: true, service_host: true, state: true } : {},
        before_sensitive: before === null ? false : {},
        after_sensitive: type === 'aiven_pg' ? { service_password: true, service_uri: true } : {},
      },
    })),
    prior_state: {
      format_version: '1.0',
      terraform_version: '1.11.4',
      values: {
        root_module: {
          resources: resources.filter(({ before }) => before !== null).map((one) => valuesOf(one, one.before)),
        },
      },
    },
    configuration: {
      provider_config: { aiven: { name: 'aiven', full_name: vendor }, aws: { name: 'aws', full_name: cloudProvider } },
      root_module: {
        resources: resources.map(({ address, mode, type, name, after }) => ({
          address,
          mode,
          type,
          name,
          provider_config_key: type.split('_')[0],
          expressions: Object.fromEntries(
            Object.entries(after)
              .filter(([, value]) => value !== null)
              .map(([key, value]) => [key, expression(value)]),
          ),
          schema_version: 1,
        })),
      },
    },
  };
};
