import { hourMs } from '../../src/domain';
import { aCreate, aWorld, orders, type World } from './world';

const follow = (service: string, source: string, project = 'demo') =>
  aCreate({
    project,
    service,
    integrations: [{ integrationType: 'read_replica', sourceProject: 'demo', sourceService: source }],
  });

const versionOf = ({ registry }: World, service: string, project = 'demo'): unknown =>
  registry.findService({ project, service })?.facts.userConfig['pg_version'];

/** `orders`, an old PostgreSQL, with a replica by fork key. */
const aFollowedWorld = (): World => {
  const world = aWorld();
  world.run(
    aCreate({ userConfig: { pg_version: '16', variant: 'timescale' } }),
    aCreate({ service: 'near', userConfig: { service_to_fork_from: 'orders', pg_read_replica: true } }),
  );
  return world;
};

test('a replica has the version and variant of what it follows', () => {
  const { registry } = aFollowedWorld();
  expect(registry.findService({ project: 'demo', service: 'near' })?.facts.userConfig).toMatchObject({
    pg_version: '16',
    variant: 'timescale',
  });
});

test('an upgrade goes on to the replicas, theirs too, in whatever project', () => {
  const world = aFollowedWorld();
  world.run(follow('far', 'orders', 'other'), follow('next', 'near'), aCreate({ service: 'own' }));
  const before = versionOf(world, 'own');
  world.advance(hourMs);
  world.run({ type: 'UpdateService', ...orders, userConfig: { pg_version: '17' } });
  expect(['orders', 'near', 'next'].map((service) => versionOf(world, service))).toEqual(['17', '17', '17']);
  expect(versionOf(world, 'far', 'other')).toBe('17');
  expect(versionOf(world, 'own')).toBe(before);
});

test('what had the name before is no concern of a replica', () => {
  const world = aFollowedWorld();
  world.run({ type: 'TerminateService', ...orders }, aCreate({ userConfig: { pg_version: '15' } }));
  world.advance(hourMs);
  world.run({ type: 'UpdateService', ...orders, userConfig: { pg_version: '18' } });
  expect(versionOf(world, 'near')).toBe('16');
});

test.each([
  ['orders', '17', true, 'Its replicas are upgraded with it: near.'],
  ['near', '17', false, 'Upgrade orders: its replicas are upgraded with it.'],
])('upgrade_check of %s to %s tells of both', (service, targetVersion, success, words) => {
  const world = aFollowedWorld();
  world.advance(hourMs);
  world.run({ type: 'CheckUpgrade', project: 'demo', service, targetVersion });
  const [task] = world.registry.findService({ project: 'demo', service })?.tasks ?? [];
  expect(task).toMatchObject({ success, result: expect.stringContaining(words) });
});

test('upgrade_check says no where the version is fixed', () => {
  const world = aWorld();
  world.run(aCreate({ serviceType: 'flink', userConfig: { flink_version: '1.19' } }));
  world.run({ type: 'CheckUpgrade', ...orders, targetVersion: '1.20' });
  const [task] = world.registry.findService(orders)?.tasks ?? [];
  expect(task).toMatchObject({ success: false, result: expect.stringContaining('only while the service is created') });
});

test('upgrade_check says of a service that is off what the upgrade would be told', () => {
  const world = aFollowedWorld();
  world.run({ type: 'UpdateService', ...orders, powered: false });
  world.run({ type: 'CheckUpgrade', ...orders, targetVersion: '17' });
  const [task] = world.registry.findService(orders)?.tasks ?? [];
  expect(task).toMatchObject({ success: false, result: 'Service orders is powered off. Power it on first.' });
});
