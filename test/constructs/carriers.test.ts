import { ServiceResource, fromTextFields } from '../../src/domain';
import { Service } from '../../src/constructs';
import { aStack, anApp, resourcesOf, shownBy } from './an-app';
import type { Carried } from './an-app';

const identityOf = (resources: Readonly<Record<string, Carried>>, service: string): string =>
  Object.keys(resources).find((name) => name.startsWith(`${service}_identity_`)) ?? '';

const declareSourceAndFork = (backend: 'terraform_data' | 'null_resource') => {
  const { app, stack } = anApp(undefined, { backend });
  const source = new Service(stack, 'source', {
    serviceType: 'pg',
    serviceName: 'source-pg',
    plan: 'business-4',
    cloudName: 'google-europe-west1',
    tags: { team: 'orders' },
    userConfig: { pgVersion: '16', adminPassword: { fromEnvironment: 'PG_ADMIN_PASSWORD' } },
  });
  source.fork('fork', {
    serviceName: 'pg-fork',
    cloudName: 'aws-eu-central-1',
    recovery: { time: '2026-11-19T12:00:00Z' },
    timeouts: { create: '45m' },
  });
  app.synth();
  return resourcesOf(app, backend);
};

const forkFields = {
  project: 'demo',
  service_name: 'pg-fork',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'aws-eu-central-1',
  termination_protection: false,
  tags: {},
  user_config: { recovery_target_time: '2026-11-19T12:00:00Z', service_to_fork_from: 'source-pg' },
  on_fork_change: 'refuse',
  source_address: 'demo/source',
  wait_for_source: true,
  create_timeout: '45m',
  stack: 'demo',
  path: 'demo/fork',
};

const localExec = (operation: string, resource: string, when?: string) => [
  {
    'local-exec': {
      command: 'node "$FORKCAST_ENTRY"',
      ...(when === undefined ? {} : { when }),
      environment: {
        FORKCAST_ENTRY: '/opt/forkcast/local-exec.js',
        FORKCAST_OPERATION: operation,
        FORKCAST_REGISTRY: 'sqlite:/project/registry.db',
        FORKCAST_RESOURCE: resource,
      },
    },
  },
];

describe('terraform_data carries a service', () => {
  const resources = declareSourceAndFork('terraform_data');
  const identity = identityOf(resources, 'fork');

  test('as an identity that only terminates, and is replaced for another name or project only', () => {
    expect(resources[identity]).toMatchObject({
      triggers_replace: { project: 'demo', service_name: 'pg-fork' },
      provisioner: localExec('terminate', '${jsonencode(self.triggers_replace)}', 'destroy'),
    });
    expect(resources[identity]?.provisioner).toHaveLength(1);
  });

  test('as an identity that ends only what its own stack made', () => {
    expect(resources[identity]?.provisioner[0]?.['local-exec']['environment']).toMatchObject({
      FORKCAST_STACK: 'demo',
    });
  });

  test('as settings that only apply, after the identity and the settings of the source', () => {
    expect(resources['fork']).toMatchObject({
      depends_on: [`terraform_data.${identity}`, 'terraform_data.source'],
      triggers_replace: forkFields,
      provisioner: localExec('apply', '${jsonencode(self.triggers_replace)}'),
    });
    expect(resources['fork']?.provisioner).toHaveLength(1);
  });

  test('in fields that the engine reads', () => {
    expect(ServiceResource.parse(resources['fork']?.triggers_replace)).toEqual(forkFields);
  });

  test('with the name of a secret and never its value', () => {
    expect(resources['source']?.triggers_replace).toMatchObject({
      user_config: { pg_version: '16' },
      secrets: { admin_password: 'PG_ADMIN_PASSWORD' },
    });
  });
});

describe('null_resource carries a service', () => {
  const resources = declareSourceAndFork('null_resource');

  test('in the same two resources, whose values are texts', () => {
    const identity = identityOf(resources, 'fork');
    expect(resources['fork']).toMatchObject({
      depends_on: [`null_resource.${identity}`, 'null_resource.source'],
      triggers: {
        service_name: 'pg-fork',
        termination_protection: 'false',
        user_config: '{"recovery_target_time":"2026-11-19T12:00:00Z","service_to_fork_from":"source-pg"}',
      },
      provisioner: localExec('apply', '${jsonencode(self.triggers)}'),
    });
    expect(resources[identity]).toMatchObject({
      triggers: { project: 'demo', service_name: 'pg-fork' },
      provisioner: localExec('terminate', '${jsonencode(self.triggers)}', 'destroy'),
    });
  });

  test('in fields that the engine reads', () => {
    expect(ServiceResource.parse(fromTextFields(resources['fork']?.triggers ?? {}))).toEqual(forkFields);
  });
});

test('a source in another stack is made first, by the order of the stacks', () => {
  const { app, stack } = anApp();
  const source = new Service(stack, 'source', { serviceType: 'pg', serviceName: 'source-pg', plan: 'business-4' });
  const other = aStack(app, 'copies');
  source.fork('fork', { serviceName: 'pg-fork', scope: other });
  app.synth();
  expect(other.dependencies).toEqual([stack]);
  expect(resourcesOf(app, 'terraform_data', 'copies')['fork']?.depends_on).toHaveLength(1);
  expect(shownBy(app)).toContainEqual(
    expect.stringContaining('info copies/fork: The source demo/source is declared in another stack'),
  );
});

test('a fork in another project names the project of its source', () => {
  const { app, stack } = anApp();
  const source = Service.fromRegistry(stack, 'source', {
    project: 'shop',
    serviceName: 'orders',
    serviceType: 'mysql',
    plan: 'startup-4',
  });
  source.fork('fork', { serviceName: 'orders-copy' });
  app.synth();
  expect(resourcesOf(app, 'terraform_data')['fork']?.triggers_replace).toMatchObject({
    project: 'demo',
    user_config: { service_to_fork_from: 'orders', project_to_fork_from: 'shop' },
  });
});
