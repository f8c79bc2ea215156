import { Service } from '../../src/constructs';
import { anApp } from './an-app';

/**
 * Misuse that the compiler refuses: `npm run types` fails when one of these lines compiles after all. Nothing here is run
 * for its outcome.
 */
test('misuse does not compile', () => {
  const { stack } = anApp();
  const common = { serviceName: 'a-service', plan: 'business-4' } as const;

  const pg = new Service(stack, 'pg', {
    ...common,
    serviceType: 'pg',
    userConfig: { recoveryTargetTime: '2026-11-19T12:00:00Z' },
  });
  const search = new Service(stack, 'os', {
    ...common,
    serviceType: 'opensearch',
    userConfig: { recoveryBasebackupName: 'b' },
  });
  const kafka = new Service(stack, 'kafka', { ...common, serviceType: 'kafka' });

  // @ts-expect-error OpenSearch has no point in time
  new Service(stack, 'a', { ...common, serviceType: 'opensearch', userConfig: { recoveryTargetTime: '2026-11-19' } });
  // @ts-expect-error PostgreSQL has no named backups
  new Service(stack, 'b', { ...common, serviceType: 'pg', userConfig: { recoveryBasebackupName: 'backup-1' } });
  // @ts-expect-error a misspelt key
  new Service(stack, 'c', { ...common, serviceType: 'pg', userConfig: { pgVerson: '16' } });
  // @ts-expect-error there is no such version
  new Service(stack, 'd', { ...common, serviceType: 'pg', userConfig: { pgVersion: '1.6' } });
  // @ts-expect-error a secret is named, never written
  new Service(stack, 'e', { ...common, serviceType: 'pg', userConfig: { adminPassword: 'in the clear' } });
  // @ts-expect-error there is no such type
  new Service(stack, 'f', { ...common, serviceType: 'postgres' });
  // @ts-expect-error a service has a plan
  new Service(stack, 'g', { serviceName: 'a-service', serviceType: 'pg' });
  // @ts-expect-error backup regions are a list
  new Service(stack, 'h', { ...common, serviceType: 'pg', userConfig: { additionalBackupRegions: 'do-ams' } });
  // @ts-expect-error OpenSearch keeps no continuous log
  new Service(stack, 'i', { ...common, serviceType: 'opensearch', latestTransaction: true });
  // @ts-expect-error OpenSearch has no point in time
  search.fork('j', { serviceName: 'copy', recovery: { time: '2026-11-19T12:00:00Z' } });
  // @ts-expect-error PostgreSQL has no named backups
  pg.fork('k', { serviceName: 'copy', recovery: { backup: 'backup-1' } });
  // @ts-expect-error the source is the service itself
  expect(() => pg.fork('l', { serviceName: 'copy', userConfig: { serviceToForkFrom: 'another' } })).toThrow();
  // @ts-expect-error Kafka cannot be forked
  expect(() => kafka.fork('m', { serviceName: 'copy' })).not.toThrow();

  pg.fork('n', { serviceName: 'copy', recovery: 'latest-transaction', userConfig: { pgVersion: '16' } });
  search.fork('o', { serviceName: 'copy', recovery: { backup: 'backup-1' } });
  new Service(stack, 'p', { ...common, serviceType: 'pg', userConfig: { serviceToForkFrom: pg } });
});
