import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fn, Testing } from 'cdktf';
import type { App } from 'cdktf';
import { Construct } from 'constructs';
import { ForkcastScope, Service } from '../../src/constructs';
import type { Backend, ForkcastProps } from '../../src/constructs';
import { providerSource, providerVersions } from '../../src/constructs/provider-backend-provider';
import { providerAddress } from '../../src/provider/address';
import { unvalidated, aStack, anApp, noWorld, refusalOf } from './an-app';

interface Written {
  readonly terraform: { readonly required_providers: Readonly<Record<string, unknown>> };
  readonly provider: Readonly<Record<string, readonly unknown[]>>;
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

const writtenBy = (app: App, stack = 'demo'): Written => {
  const written: Written = JSON.parse(readFileSync(join(app.outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
  return written;
};

/** A scope inside a stack, with a `Forkcast` of its own. */
const aStackScope = (stack: Construct, props: Partial<ForkcastProps> = { backend: 'provider' }): Construct => {
  const scope = new Construct(stack, 'inner');
  new ForkcastScope(scope, 'forkcast', { project: 'demo', ...props }, noWorld);
  return scope;
};

/** The same stack, but for one word. */
const shop = (backend: Backend, props: Partial<ForkcastProps> = {}) => {
  const { app, stack } = anApp(undefined, { ...props, backend });
  const source = new Service(stack, 'source', {
    serviceType: 'pg',
    serviceName: 'source-pg',
    plan: 'business-4',
    cloudName: 'google-europe-west1',
    tags: { team: 'orders', note: '"${HOME}" 1' },
    userConfig: { pgVersion: '16', adminPassword: { fromEnvironment: 'PG_ADMIN_PASSWORD' } },
  });
  source.fork('fork', {
    serviceName: 'pg-fork',
    cloudName: 'aws-eu-central-1',
    recovery: { time: '2026-11-19T12:00:00Z' },
    timeouts: { create: '45m' },
    integrations: [{ integrationType: 'metrics', destinationService: 'metrics-thanos' }],
  });
  return { app, stack };
};

describe('a stack whose backend is the provider', () => {
  const { app } = shop('provider');
  app.synth();
  const written = writtenBy(app);
  const { source, fork } = written.resource['forkcast_service'] ?? {};

  test('requires the provider by its address and tells it the registry and the stack', () => {
    expect(providerSource).toBe(providerAddress);
    expect(written.terraform.required_providers).toEqual({
      forkcast: { source: providerAddress, version: providerVersions },
    });
    expect(written.provider['forkcast']).toMatchObject([{ registry: 'sqlite:/project/registry.db', stack: 'demo' }]);
  });

  test('has one resource for each service, and nothing that is run', () => {
    expect(Object.keys(written.resource)).toEqual(['forkcast_service', 'forkcast_service_integration']);
    expect(source).toMatchObject({
      project: 'demo',
      service_name: 'source-pg',
      service_type: 'pg',
      plan: 'business-4',
      cloud_name: 'google-europe-west1',
      tags: { team: 'orders', note: '"$${HOME}" 1' },
      on_fork_change: 'refuse',
      user_config: { pg_version: '16' },
    });
    expect(source).not.toHaveProperty('provisioner');
    expect(source).not.toHaveProperty('timeouts');
  });

  test('names the source of a fork by reference, so that Terraform makes it first', () => {
    expect(fork).toMatchObject({
      user_config: {
        service_to_fork_from: '${forkcast_service.source.service_name}',
        recovery_target_time: '2026-11-19T12:00:00Z',
      },
      timeouts: { create: '45m', update: '45m' },
    });
    expect(fork).not.toHaveProperty('depends_on');
  });

  test('holds the name of a secret and never its value', () => {
    expect(source).toMatchObject({ secrets: { admin_password: 'PG_ADMIN_PASSWORD' } });
    expect(source?.['user_config']).toEqual({ pg_version: '16' });
  });

  test('has a resource for each integration', () => {
    const [integration] = Object.values(written.resource['forkcast_service_integration'] ?? {});
    expect(integration).toMatchObject({
      project: 'demo',
      integration_type: 'metrics',
      source_service_name: '${forkcast_service.fork.service_name}',
      destination_service_name: 'metrics-thanos',
    });
  });
});

test('the validation is that of every backend', () => {
  const refusals = (['terraform_data', 'provider'] as const).map((backend) => {
    const { app, stack } = anApp(undefined, { backend });
    new Service(stack, 'fork', {
      serviceType: 'pg',
      serviceName: 'pg-fork',
      plan: 'business-4',
      cloudName: 'eu-central-1',
      userConfig: { serviceToForkFrom: 'source-pg' },
    });
    return refusalOf(app);
  });
  expect(refusals[0]).toContain('There is no cloud "eu-central-1"');
  expect(refusals[1]).toBe(refusals[0]);
});

describe('what a service has from the moment it is made', () => {
  const replica = () => {
    const { app, stack } = anApp(undefined, { backend: 'provider' });
    const service = new Service(stack, 'pg', {
      serviceType: 'pg',
      serviceName: 'pg-1',
      plan: 'business-4',
      projectVpcId: 'demo/vpc-1',
      staticIps: ['ip-1', 'ip-2'],
      userConfig: { workMem: 8, pgVersion: '16' },
      integrations: [{ integrationType: 'read_replica', sourceService: 'pg-0' }],
    });
    service.acknowledge('sizing/memory-below-data', 'A "rehearsal" of ${ORDERS}', '2026-12-31');
    return { app, stack };
  };

  test('stands in the service itself, also what it accepts', () => {
    const { app } = replica();
    unvalidated(app).synth();
    const { resource } = writtenBy(app);
    expect(resource['forkcast_service']?.['pg']).toMatchObject({
      project_vpc_id: 'demo/vpc-1',
      static_ips: ['ip-1', 'ip-2'],
      user_config: { pg_version: '16', settings: { work_mem: 8 } },
      service_integrations: { integration_type: 'read_replica', source_service_name: 'pg-0' },
      acknowledge: [
        { rule: 'sizing/memory-below-data', reason: 'A "rehearsal" of $${ORDERS}', until: '2026-12-31T23:59:59.999Z' },
      ],
    });
    expect(resource).not.toHaveProperty('forkcast_service_integration');
  });

  test('is a block in HCL', () => {
    const { app, stack } = replica();
    unvalidated(app).synth();
    const { hcl } = stack.toHclTerraform();
    expect(hcl).toMatch(/service_integrations \{[^}]*integration_type = "read_replica"/);
    expect(hcl).toMatch(/settings = \{\s*work_mem = 8/);
    expect(hcl).toMatch(/reason = "A \\"rehearsal\\" of \$\$\{ORDERS\}"/);
  });
});

test('a source that commands make is waited for by its address', () => {
  const { app, stack } = anApp();
  const source = new Service(stack, 'source', { serviceType: 'pg', serviceName: 'source-pg', plan: 'business-4' });
  const inner = aStackScope(stack);
  source.fork('fork', { serviceName: 'pg-fork', scope: inner });
  app.synth();
  const [fork] = Object.values(writtenBy(app).resource['forkcast_service'] ?? {});
  expect(fork).toMatchObject({
    user_config: { service_to_fork_from: 'source-pg' },
    depends_on: [expect.stringMatching(/^terraform_data\.source_run_/)],
  });
});

test('a source in another stack is named as it is, and its stack goes first', () => {
  const app = Testing.app();
  const stack = aStack(app, 'demo', undefined, { backend: 'provider' });
  const source = new Service(stack, 'source', { serviceType: 'pg', serviceName: 'source-pg', plan: 'business-4' });
  const other = aStack(app, 'copies', undefined, { backend: 'provider' });
  source.fork('fork', { serviceName: 'pg-fork', scope: other });
  app.synth();
  expect(other.dependencies).toEqual([stack]);
  expect(writtenBy(app, 'copies').resource['forkcast_service']?.['fork']).toMatchObject({
    user_config: { service_to_fork_from: 'source-pg' },
  });
});

test('a second registry in a stack is a second provider, by an alias', () => {
  const { app, stack } = anApp(undefined, { backend: 'provider' });
  new Service(stack, 'here', { serviceType: 'pg', serviceName: 'pg-1', plan: 'business-4' });
  const inner = aStackScope(stack, { backend: 'provider', registry: 'sqlite:/other.db' });
  new Service(inner, 'there', { serviceType: 'pg', serviceName: 'pg-1', plan: 'business-4', project: 'other' });
  app.synth();
  const { provider, resource } = writtenBy(app);
  expect(provider['forkcast']).toMatchObject([
    { registry: 'sqlite:/project/registry.db', stack: 'demo' },
    { registry: 'sqlite:/other.db', stack: 'demo', alias: 'registry_2' },
  ]);
  expect(Object.values(resource['forkcast_service'] ?? {}).map((service) => service['provider'])).toEqual([
    undefined,
    'forkcast.registry_2',
  ]);
});

describe('as HCL', () => {
  const { stack } = shop('provider');
  new Service(stack, 'odd', {
    serviceType: 'pg',
    serviceName: 'pg-odd',
    plan: Fn.lower('BUSINESS-4'),
    tags: { braces: '{a}', brackets: '[b]', number: '007', lines: 'one\ntwo', 'odd key': 'x', both: '"${A}"' },
    userConfig: { variant: null, ipFilter: ['10.0.0.0/8', { network: '10.1.0.0/16', description: 'a "b"' }] },
  });
  const { hcl } = stack.toHclTerraform();

  test('the settings are a block and the source a reference', () => {
    expect(hcl).toContain('user_config {');
    expect(hcl).toContain('service_to_fork_from = "${forkcast_service.source.service_name}"');
    expect(hcl).toContain('timeouts {');
  });

  test('texts stay texts, whatever they look like', () => {
    for (const line of [
      'pg_version = "16"',
      'braces = "{a}"',
      'brackets = "[b]"',
      'number = "007"',
      'lines = "one\\ntwo"',
      '"odd key" = "x"',
      'both = "\\"$${A}\\""',
      'plan = "${lower("BUSINESS-4")}"',
    ])
      expect(hcl).toContain(line);
    expect(hcl).not.toContain('variant');
  });
});
