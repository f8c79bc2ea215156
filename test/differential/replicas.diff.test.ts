import { defaultCatalogue, serviceTypes, type JsonObject } from '../../src/domain';
import { aWorld } from '../registry/world';
import { disagreement, foretell } from './laws';
import { plansOf } from './landscape';
import { asCommand, declared, type Wish } from './wish';

const paidPlanOf = (type: string): string =>
  plansOf(defaultCatalogue, type).find(({ tier }) => !['free', 'developer', 'hobbyist'].includes(tier))?.name ?? '';

const cloud = 'google-europe-west1';

/** A registry with a live service of a type, `own`, and one of PostgreSQL, `other`. */
const worldWith = (serviceType: string) => {
  const world = aWorld();
  for (const [service, type] of [
    ['own', serviceType],
    ['other', 'pg'],
  ] as const) {
    world.run(
      asCommand({
        project: 'demo',
        serviceName: service,
        serviceType: type,
        plan: paidPlanOf(type),
        cloud,
        userConfig: {},
      }),
    );
  }
  world.advance(3 * 24 * 3_600_000);
  return world;
};

const keys: readonly JsonObject[] = [
  {},
  { service_to_fork_from: 'own' },
  { service_to_fork_from: 'other' },
  { pg_service_to_fork_from: 'own' },
  { pg_read_replica: true },
  { service_to_fork_from: 'own', pg_read_replica: true },
  { service_to_fork_from: 'own', pg_read_replica: false },
  { service_to_fork_from: '', pg_read_replica: true },
  { service_to_fork_from: null },
];
const followed = [undefined, 'own', 'other', 'nobody'];
const kinds = ['read_replica', 'disaster_recovery'];

test.each(serviceTypes.map(({ name }) => name))(
  'a %s with fork keys and what it replicates is judged as the registry decides',
  (serviceType) => {
    const found: string[] = [];
    let world = worldWith(serviceType);
    for (const userConfig of keys) {
      for (const source of followed) {
        for (const type of source === undefined ? [''] : kinds) {
          const wish: Wish = {
            project: 'demo',
            serviceName: 'fresh',
            serviceType,
            plan: paidPlanOf(serviceType),
            cloud,
            userConfig,
            ...(source === undefined ? {} : { integrations: [{ type, sourceService: source }] }),
          };
          const request = declared(wish);
          const review = foretell(request, world.registry.facts());
          const outcome = world.registry.execute(asCommand(wish));
          if (outcome.kind === 'accepted') world = worldWith(serviceType);
          const words = disagreement({ request, review, outcome, unforeseen: ['service_not_found'] });
          if (words !== undefined) found.push(`${JSON.stringify(userConfig)} ${type} ${source ?? ''}: ${words}`);
        }
      }
    }
    expect(found).toEqual([]);
  },
);
