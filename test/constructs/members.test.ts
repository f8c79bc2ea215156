import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Testing } from 'cdktf';
import {
  ConnectionPool,
  Database,
  RecoveryWindowsData,
  Service,
  ServiceIntegration,
  ServiceUser,
  recoveryTimeShift,
} from '../../src/constructs';
import { aService, someFacts } from '../../src/domain/testing';
import { addressIn, aStack, anApp, partOf, refusalOf, resourcesOf, shownBy } from './an-app';

const written = (app: App): Readonly<Record<string, unknown>> => {
  const output: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(join(app.outdir, 'stacks/demo/cdk.tf.json'), 'utf8'),
  );
  return output;
};

const pg = { serviceType: 'pg', serviceName: 'pg-fork', plan: 'business-4', cloudName: 'google-europe-west1' } as const;
const fork = { ...pg, userConfig: { serviceToForkFrom: 'source-pg' } } as const;

describe('with the backend terraform_data', () => {
  test('a member is made by a command where it is missing, after its service, and nothing ends it', () => {
    const { app, stack } = anApp();
    const service = new Service(stack, 'pg', pg);
    new Database(stack, 'orders', { service, databaseName: 'orders' });
    expect(refusalOf(app)).toBe('');
    const resources = resourcesOf(app, 'terraform_data');
    const { provisioner, triggers_replace, depends_on } = resources['orders'] ?? { provisioner: [] };
    expect(provisioner).toEqual([
      {
        'local-exec': {
          command:
            'node "$FORKCAST_PROGRAM" service database-create "$FORKCAST_SERVICE" --dbname="$FORKCAST_DBNAME" --if-missing',
          environment: {
            FORKCAST_PROGRAM: '/opt/forkcast/forkcast.js',
            FORKCAST_PROJECT: 'demo',
            FORKCAST_REGISTRY: 'sqlite:/project/registry.db',
            FORKCAST_SERVICE: 'pg-fork',
            FORKCAST_DBNAME: 'orders',
          },
        },
      },
    ]);
    expect(depends_on).toEqual([addressIn(resources, 'terraform_data', 'pg_run')]);
    expect(triggers_replace?.['services']).toBe(`\${${addressIn(resources, 'terraform_data', 'pg_identity')}.id}`);
  });

  test('a changed pool runs its command again, which changes what is there', () => {
    const { app, stack } = anApp();
    const service = Service.fromRegistry(stack, 'source', { serviceName: 'source-pg' });
    new ConnectionPool(stack, 'web', { service, poolName: 'web', databaseName: 'a"$(id)', poolSize: 7 });
    expect(refusalOf(app)).toBe('');
    const { provisioner } = resourcesOf(app, 'terraform_data')['web'] ?? { provisioner: [] };
    expect(provisioner[0]?.['local-exec']['command']).toBe(
      'node "$FORKCAST_PROGRAM" service connection-pool-create "$FORKCAST_SERVICE" --pool-name="$FORKCAST_POOL_NAME" ' +
        '--dbname="$FORKCAST_DBNAME" --pool-size="$FORKCAST_POOL_SIZE" --if-missing && ' +
        'node "$FORKCAST_PROGRAM" service connection-pool-update "$FORKCAST_SERVICE" --pool-name="$FORKCAST_POOL_NAME" ' +
        '--dbname="$FORKCAST_DBNAME" --pool-size="$FORKCAST_POOL_SIZE"',
    );
    expect(provisioner[0]?.['local-exec']['environment']).toMatchObject({ FORKCAST_DBNAME: 'a"$(id)' });
  });

  test('what only the provider tells is refused, with what tells it', () => {
    const { stack } = anApp();
    const service = new Service(stack, 'pg', pg);
    expect(() => service.outputs.serviceUri).toThrow(/demo\/pg: service_uri is known to the backend 'provider' alone/);
    expect(() => new ServiceUser(stack, 'user', { service, username: 'api' }).password).toThrow(
      /demo\/user: password is known to the backend 'provider' alone.*new ServiceData/,
    );
  });
});

test('an integration that a construct declares counts for the rules', () => {
  const integrations = [{ id: 'i', type: 'logs', end: 'source' as const, peer: 'demo/logs' }];
  const facts = someFacts({
    services: [aService({ integrations }), aService({ service: 'logs', type: 'opensearch' })],
  });
  const findings = (declared: boolean): readonly string[] => {
    const { app, stack } = anApp(facts);
    const service = new Service(stack, 'pg', fork);
    const logs = Service.fromRegistry(stack, 'logs', { serviceName: 'logs' });
    if (declared) new ServiceIntegration(stack, 'i', { integrationType: 'logs', source: service, destination: logs });
    app.synth();
    return shownBy(app).filter((line) => line.includes('source/integrations-not-copied'));
  };
  expect([findings(false).length, findings(true).length]).toEqual([1, 0]);
});

describe('with the backend provider', () => {
  const contents = { databases: ['defaultdb', 'orders'], users: ['avnadmin'], connectionPools: ['web'] };
  const live = aService({ service: 'pg-fork', contents });
  const declare = (facts: ReturnType<typeof someFacts> | undefined, takesOver: boolean): App => {
    const { app, stack } = anApp(facts, { backend: 'provider' });
    const service = new Service(stack, 'pg', pg);
    if (takesOver) service.importChildren();
    new Database(stack, 'orders', { service, databaseName: 'orders' });
    new Database(stack, 'reports', { service, databaseName: 'reports' });
    app.synth();
    return app;
  };

  test('what the facts show in the fork is imported, the rest is made; all of it may be there', () => {
    const { import: imports, resource } = written(declare(someFacts({ services: [live] }), true));
    expect(imports).toEqual([{ to: 'forkcast_database.orders', id: 'demo/pg-fork/orders' }]);
    expect(resource).toMatchObject({
      forkcast_database: {
        orders: { copied: true, database_name: 'orders', depends_on: ['forkcast_service.pg'] },
        reports: { copied: true },
      },
    });
  });

  test.each([
    ['without facts of the fork', someFacts({ services: [] }), true],
    ['where nobody asked for it', someFacts({ services: [live] }), false],
  ])('nothing is imported %s', (_, facts, takesOver) => {
    const output = written(declare(facts, takesOver));
    expect(output['import']).toBeUndefined();
    expect(JSON.stringify(output).includes('"copied"')).toBe(takesOver);
  });

  test('outputs, data sources and functions are expressions of the provider', () => {
    const app = Testing.app();
    const stack = aStack(app, 'demo', undefined, { backend: 'provider' });
    const service = new Service(stack, 'pg', pg);
    const windows = new RecoveryWindowsData(stack, 'windows', { service });
    const { host, port, serviceUri, recoveryPoint } = service.outputs;
    stack.addOverride('locals', {
      told: [host, port, serviceUri, windows.now, recoveryTimeShift(stack, recoveryPoint, '-1h')],
    });
    app.synth();
    const { locals, data } = written(app);
    expect(locals).toEqual({
      told: [
        '${forkcast_service.pg.service_host}',
        '${forkcast_service.pg.service_port}',
        '${forkcast_service.pg.service_uri}',
        '${data.forkcast_recovery_windows.windows.now}',
        '${provider::forkcast::recovery_time_shift(forkcast_service.pg.lineage.recovery_point, "-1h")}',
      ],
    });
    expect(data).toMatchObject({
      forkcast_recovery_windows: { windows: { service_name: 'pg-fork', depends_on: ['forkcast_service.pg'] } },
    });
  });
});

test('what a service of another stack has inside waits for that stack', () => {
  const app = Testing.app();
  const [one, two] = [aStack(app, 'one'), aStack(app, 'two')];
  const service = new Service(one, 'pg', pg);
  new Database(two, 'orders', { service, databaseName: 'orders' });
  app.synth();
  expect(two.dependsOn(one)).toBe(true);
  expect(partOf(resourcesOf(app, 'terraform_data', 'two'), 'orders')?.depends_on).toBeUndefined();
});
