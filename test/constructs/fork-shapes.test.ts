import { Service } from '../../src/constructs';
import { aCopiedService, aService, someFacts } from '../../src/domain/testing';
import { anApp, identityOf, shownBy } from './an-app';

const fieldsOf = (declare: (stack: ReturnType<typeof anApp>['stack']) => void, facts = someFacts()) => {
  const { app, stack } = anApp(facts);
  declare(stack);
  app.synth();
  return { fields: identityOf(app, 'fork')?.input, shown: shownBy(app) };
};

describe('a fork of a service that exists', () => {
  test('takes type and plan as the registry knows them', () => {
    const { fields } = fieldsOf((stack) =>
      Service.fromRegistry(stack, 'source', { serviceName: 'source-pg' }).fork('fork', {
        serviceName: 'pg-fork',
        cloudName: 'aws-eu-central-1',
        recovery: 'latest-transaction',
      }),
    );
    expect(fields).toMatchObject({
      service_type: 'pg',
      plan: 'business-4',
      latest_transaction: true,
      user_config: { service_to_fork_from: 'source-pg' },
    });
    expect(fields).not.toHaveProperty('wait_for_source');
  });

  test('needs its type and plan where no registry knows them', () => {
    const { stack } = anApp();
    const untyped = Service.fromRegistry(stack, 'untyped', { serviceName: 'source-pg' });
    const unplanned = Service.fromRegistry(stack, 'unplanned', { serviceName: 'source-pg', serviceType: 'pg' });
    expect(() => untyped.fork('a', { serviceName: 'copy' })).toThrow(
      'demo/untyped: the type of demo/source-pg is not known',
    );
    expect(() => unplanned.fork('b', { serviceName: 'copy' })).toThrow(
      'demo/unplanned: the plan of demo/source-pg is not known',
    );
  });
});

test('a fork from the secondary runs in the second backup region, on the plan of its source', () => {
  const source = aCopiedService({ service: 'source-pg' });
  const { fields } = fieldsOf(
    (stack) =>
      Service.fromRegistry(stack, 'source', { serviceName: 'source-pg', serviceType: 'pg' }).forkFromSecondary('fork', {
        serviceName: 'pg-recovered',
      }),
    someFacts({ services: [source] }),
  );
  expect(fields).toMatchObject({ from: 'secondary', cloud_name: source.backupRegion.cloud, plan: source.plan });
});

test('a rename keeps plan, cloud, disk and tags, restores the newest transaction, and tells the steps', () => {
  const source = aService({ service: 'source-pg', tags: { team: 'orders' }, integrations: [] });
  const { fields, shown } = fieldsOf(
    (stack) =>
      Service.fromRegistry(stack, 'source', { serviceName: 'source-pg', serviceType: 'pg' }).rename('fork', {
        newName: 'orders-pg',
      }),
    someFacts({ services: [source] }),
  );
  expect(fields).toMatchObject({
    service_name: 'orders-pg',
    plan: source.plan,
    cloud_name: source.cloud,
    disk_space_mb: source.diskSpaceMb,
    tags: { team: 'orders' },
    latest_transaction: true,
  });
  expect(shown).toContainEqual(
    expect.stringContaining('info demo/fork: Renaming source-pg to orders-pg is a fork: 1. stop writes'),
  );
});
