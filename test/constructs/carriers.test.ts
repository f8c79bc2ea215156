import { ServiceResource } from '../../src/domain';
import { Service } from '../../src/constructs';
import { canonicalSettings } from '../../src/constructs/canonical-settings';
import { addressIn, aStack, anApp, identityOf, movesOf, partOf, refusalOf, resourcesOf, shownBy } from './an-app';

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
  const fork = source.fork('fork', {
    serviceName: 'pg-fork',
    cloudName: 'aws-eu-central-1',
    recovery: { time: '2026-11-19T12:00:00Z' },
    timeouts: { create: '45m' },
  });
  app.synth();
  return { app, fork, runs: resourcesOf(app, backend), identities: resourcesOf(app, 'terraform_data') };
};

const forkFields = {
  project: 'demo',
  service_name: 'pg-fork',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'aws-eu-central-1',
  user_config: { recovery_target_time: '2026-11-19T12:00:00Z', service_to_fork_from: 'source-pg' },
  on_fork_change: 'refuse',
  source_address: 'demo/source',
  wait_for_source: true,
  create_timeout: '45m',
  stack: 'demo',
  path: 'demo/fork',
};

const localExec = (
  operation: string,
  environment: Readonly<Record<string, string>>,
  when?: string,
): readonly object[] => [
  {
    'local-exec': {
      command: 'node "$FORKCAST_ENTRY"',
      ...(when === undefined ? {} : { when }),
      environment: {
        FORKCAST_ENTRY: '/opt/forkcast/local-exec.js',
        FORKCAST_OPERATION: operation,
        FORKCAST_REGISTRY: 'sqlite:/project/registry.db',
        ...environment,
      },
    },
  },
];

describe.each(['terraform_data', 'null_resource'] as const)('%s carries a service', (backend) => {
  const { app, fork, runs, identities } = declareSourceAndFork(backend);
  const identity = addressIn(identities, 'terraform_data', 'fork_identity');
  const run = partOf(runs, 'fork_run');

  test('as an identity whose fields change in place, and that keeps its name and project', () => {
    expect(identityOf(app, 'fork')).toMatchObject({
      triggers_replace: { project: 'demo', service_name: 'pg-fork' },
      input: forkFields,
      lifecycle: { ignore_changes: ['triggers_replace'] },
    });
  });

  test('and as a remembered name that is there once the run has succeeded, and refuses another one', () => {
    const name = `\${${identity}.input.project}/\${${identity}.input.service_name}`;
    expect(partOf(identities, 'fork_made')).toMatchObject({
      input: name,
      depends_on: [addressIn(runs, backend, 'fork_run')],
      lifecycle: { ignore_changes: ['input'], postcondition: [{ condition: `\${self.input == "${name}"}` }] },
    });
  });

  test('in fields that the engine reads', () => {
    expect(ServiceResource.parse(identityOf(app, 'fork')?.input)).toEqual(forkFields);
  });

  test('whose end, and nothing else, ends the service, as the owner that the identity is', () => {
    expect(identityOf(app, 'fork')?.provisioner).toEqual(
      localExec(
        'terminate',
        {
          FORKCAST_OWNER: '${self.id}',
          FORKCAST_FIRST: '${jsonencode(self.triggers_replace)}',
          FORKCAST_RESOURCE:
            '${jsonencode(try({ project = self.input.project, service_name = self.input.service_name }, self.triggers_replace))}',
          FORKCAST_STACK: 'demo',
        },
        'destroy',
      ),
    );
  });

  test('and as a run without fields, replaced with the identity and with every change of its fields', () => {
    expect(run?.[backend === 'terraform_data' ? 'triggers_replace' : 'triggers']).toEqual({
      declaration: `\${sha256(jsonencode(${identity}.input))}`,
      owner: `\${${identity}.id}`,
      registry: 'sqlite:/project/registry.db',
    });
    expect(run?.input).toBeUndefined();
    expect(run?.provisioner).toEqual(
      localExec('apply', {
        FORKCAST_FIRST: `\${jsonencode(${identity}.triggers_replace)}`,
        FORKCAST_OWNER: `\${${identity}.id}`,
        FORKCAST_RESOURCE: `\${jsonencode(${identity}.input)}`,
        FORKCAST_WORKSPACE: '${terraform.workspace}',
      }),
    );
  });

  test('after the run of its source', () => {
    expect(identityOf(app, 'fork')?.depends_on).toEqual([addressIn(runs, backend, 'source_run')]);
  });

  test('and takes the states of version 0.1.0 over', () => {
    expect(movesOf(app)).toContainEqual({ from: `${backend}.fork`, to: addressIn(runs, backend, 'fork_run') });
  });

  test('whose usual escape hatch is the resource that holds its fields', () => {
    expect(fork.node.defaultChild?.node.path).toBe('demo/fork/identity');
  });

  test('with the name of a secret and never its value', () => {
    expect(identityOf(app, 'source')?.input).toMatchObject({
      user_config: { pg_version: '16' },
      secrets: { admin_password: 'PG_ADMIN_PASSWORD' },
    });
  });
});

test('a service that must stay has it written at the resource whose end would end it', () => {
  const { app, stack } = anApp();
  const props = { serviceType: 'pg', plan: 'business-4' } as const;
  new Service(stack, 'kept', { ...props, serviceName: 'kept-pg', preventDestroy: true });
  new Service(stack, 'other', { ...props, serviceName: 'other-pg' });
  app.synth();
  const resources = resourcesOf(app, 'terraform_data');
  expect(identityOf(app, 'kept')?.lifecycle).toMatchObject({ prevent_destroy: true });
  expect(partOf(resources, 'kept_run')?.lifecycle).toBeUndefined();
  expect(identityOf(app, 'other')?.lifecycle).not.toHaveProperty('prevent_destroy');
});

test('who logs in to the registry by its address does not come to stand in what Terraform shows', () => {
  const { app, stack } = anApp(undefined, { registry: 'http://me:secret@registry.example' });
  new Service(stack, 'orders', { serviceType: 'pg', plan: 'business-4', serviceName: 'orders-pg' });
  app.synth();
  const triggers = partOf(resourcesOf(app, 'terraform_data'), 'orders_run')?.triggers_replace;
  expect(triggers?.['registry']).toBe('http://(sensitive)@registry.example');
});

test('a service whose loss is accepted may be replaced for another name', () => {
  const { app, stack } = anApp();
  const props = { serviceType: 'pg', plan: 'business-4', serviceName: 'orders-pg' } as const;
  new Service(stack, 'orders', { ...props, onForkChange: 'replace' });
  app.synth();
  expect(identityOf(app, 'orders')?.lifecycle).toBeUndefined();
});

test.each([
  ['recovery_target_time', '2026-11-19T13:00:00+01:00', '2026-11-19T12:00:00Z'],
  ['recovery_target_time', '2026-11-19 12:00Z', '2026-11-19T12:00:00Z'],
  ['recovery_target_time', '2026-11-19T12:00:00.000Z', '2026-11-19T12:00:00Z'],
  ['recovery_target_time', '2026-11-19T12:00:00.500Z', '2026-11-19T12:00:00.500Z'],
  ['recovery_target_time', '2026-11-19T12:00:00.0005Z', '2026-11-19T12:00:00.0005Z'],
  ['recovery_target_time', '2026-11-19 12:00', '2026-11-19T12:00:00'],
  ['recovery_target_time', 'noon', 'noon'],
  ['recovery_target_time', '${TfToken[TOKEN.1]}', '${TfToken[TOKEN.1]}'],
  ['ip_filter', ['10.0.0.0/8', '1.1.1.1/32'], ['1.1.1.1/32', '10.0.0.0/8']],
  ['pg_version', '16', '16'],
])('%s %j is written as %j', (key, written, canonical) => {
  expect(canonicalSettings({ [key]: written })).toEqual({ [key]: canonical });
});

test('a source in another stack is made first, by the order of the stacks', () => {
  const { app, stack } = anApp();
  const source = new Service(stack, 'source', { serviceType: 'pg', serviceName: 'source-pg', plan: 'business-4' });
  const other = aStack(app, 'copies');
  source.fork('fork', { serviceName: 'pg-fork', scope: other });
  app.synth();
  expect(other.dependencies).toEqual([stack]);
  expect(identityOf(app, 'fork', 'copies')).toMatchObject({ input: { service_name: 'pg-fork' } });
  expect(identityOf(app, 'fork', 'copies')?.depends_on).toBeUndefined();
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
  expect(identityOf(app, 'fork')?.input).toMatchObject({
    project: 'demo',
    user_config: { service_to_fork_from: 'orders', project_to_fork_from: 'shop' },
  });
});

describe('a declaration', () => {
  const declared = (backend: 'terraform_data' | 'provider', bytes: number) => {
    const { app, stack } = anApp(undefined, { backend });
    new Service(stack, 'wide', {
      serviceType: 'pg',
      serviceName: 'wide',
      plan: 'business-4',
      tags: { note: '<'.repeat(bytes / 6) },
    });
    return app;
  };

  test('that is too long for a command is refused at synth, with its size, the bound and the way out', () => {
    expect(refusalOf(declared('terraform_data', 140_000))).toMatch(
      /\[demo\/wide\] The declaration takes 14\d{4} bytes as JSON, .* can be given 131053\. .*backend 'provider'/,
    );
    expect(refusalOf(declared('terraform_data', 120_000))).not.toContain('bytes as JSON');
    expect(refusalOf(declared('provider', 140_000))).not.toContain('bytes as JSON');
  });
});
