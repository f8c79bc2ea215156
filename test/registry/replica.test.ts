import { hourMs } from '../../src/domain';
import { aCreate, aWorld, orders, type World } from './world';

const follow = (service: string, source: string) =>
  aCreate({ service, integrations: [{ integrationType: 'read_replica', sourceService: source }] });

const shownOf = ({ registry }: World, service: string) => {
  const { databases, users, pools } = registry.findService({ project: 'demo', service }) ?? {};
  const contents = registry.contents({ project: 'demo', service });
  return { shown: { databases, users, pools }, held: contents, rows: contents?.rows.map(({ key }) => key) };
};

test('a replica shows the databases, users and passwords of what it follows, and so does a replica of it', () => {
  const world = aWorld();
  world.run(aCreate(), follow('near', 'orders'), follow('next', 'near'));
  world.advance(hourMs);
  world.run(
    { type: 'CreateDatabase', ...orders, database: 'shop' },
    { type: 'CreateUser', ...orders, username: 'ada' },
    { type: 'WriteRow', ...orders, database: 'shop', key: 'late', value: '1' },
  );
  const source = shownOf(world, 'orders');
  expect(source.shown).toMatchObject({ databases: ['defaultdb', 'shop'], users: [{}, { username: 'ada' }] });
  for (const replica of ['near', 'next']) {
    expect(shownOf(world, replica).shown).toEqual(source.shown);
    expect(shownOf(world, replica).rows).toEqual(['late']);
    expect(shownOf(world, replica).held?.users).toEqual(source.held?.users);
  }
});

test('a replica keeps what it held when its source ends, whatever comes in the place of that', () => {
  const world = aWorld();
  world.run(aCreate(), follow('near', 'orders'));
  world.advance(hourMs);
  world.run(
    { type: 'CreateDatabase', ...orders, database: 'shop' },
    { type: 'TerminateService', ...orders },
    aCreate(),
  );
  expect(shownOf(world, 'near').shown.databases).toEqual(['defaultdb', 'shop']);
});
