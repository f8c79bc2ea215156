import { defaultCatalogue, serviceTypes, type JsonObject } from '../../src/domain';
import { aWorld } from '../registry/world';
import { rows } from '../whole';
import { disagreement, foretell } from './laws';
import { plansOf } from './landscape';
import { asCommand, declared, type Wish } from './wish';

const paidPlanOf = (type: string): string =>
  plansOf(defaultCatalogue, type).find(({ tier }) => !['free', 'developer', 'hobbyist'].includes(tier))?.name ?? '';

const cloud = 'google-europe-west1';

/** A registry with a live service of a type, `own`, and one of PostgreSQL, `other`. */
const worldWith = (serviceType: string, userConfig: JsonObject) => {
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
        userConfig: service === 'own' ? userConfig : {},
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
  { service_to_fork_from: 'fresh', pg_read_replica: true },
  { service_to_fork_from: 'nobody', pg_read_replica: true },
  { pg_service_to_fork_from: 'own' },
  { pg_read_replica: true },
  { service_to_fork_from: 'own', pg_read_replica: true },
  { service_to_fork_from: 'own', pg_read_replica: false },
  { service_to_fork_from: '', pg_read_replica: true },
  { service_to_fork_from: null },
];
/** The oldest version of a type and the newest: what a replica follows runs the one, and the other is asked for. */
const versionsOf = (name: string): readonly JsonObject[] => {
  const { versionKey, versions = [] } = serviceTypes.find((type) => type.name === name) ?? {};
  const ends = [versions.at(0), versions.at(-1)].flatMap((end) => end?.version ?? []);
  return versionKey === undefined ? [{}] : ends.map((version) => ({ [versionKey]: version }));
};

const followed: readonly (readonly string[])[] = [
  [],
  ...['own', 'other', 'nobody', 'fresh', ''].map((source) => [source]),
  ['own', 'own'],
  ['own', 'other'],
  ['other', 'fresh'],
];
const kinds = ['read_replica', 'disaster_recovery'];
const replicated = followed.flatMap((sources) =>
  (sources.length === 0 ? [''] : kinds).map((type) => ({ type, sources })),
);

test.each(serviceTypes.map(({ name }) => name))(
  'a %s with fork keys and what it replicates is judged as the registry decides',
  (serviceType) => {
    const found: string[] = [];
    const [oldest = {}, newest = {}] = versionsOf(serviceType);
    let world = worldWith(serviceType, oldest);
    const asked = keys.flatMap((key) => [key, { ...key, ...oldest }, { ...key, ...newest }]);
    // A type without versions, or with one, asks for the same more than once.
    const settings = [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()];
    const wishes = settings.flatMap((userConfig) =>
      replicated.map(({ type, sources }) => ({ userConfig, type, sources })),
    );
    for (const { userConfig, type, sources } of rows(wishes)) {
      const wish: Wish = {
        project: 'demo',
        serviceName: 'fresh',
        serviceType,
        plan: paidPlanOf(serviceType),
        cloud,
        userConfig,
        ...(sources.length === 0 ? {} : { integrations: sources.map((sourceService) => ({ type, sourceService })) }),
      };
      const request = declared(wish);
      const review = foretell(request, world.registry.facts());
      const outcome = world.registry.execute(asCommand(wish));
      if (outcome.kind === 'accepted') world = worldWith(serviceType, oldest);
      const words = disagreement({ request, review, outcome, unforeseen: [] });
      if (words !== undefined) found.push(`${JSON.stringify(userConfig)} ${type} ${sources.join()}: ${words}`);
    }
    expect(found).toEqual([]);
  },
);
