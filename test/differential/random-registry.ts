import { dayMs, hourMs, minuteMs } from '../../src/domain';
import { at } from '../../src/domain/testing';
import type { ServiceFacts } from '../../src/domain';
import { createRegistry } from '../../src/registry';
import { createMemoryStore } from '../registry/memory-store';
import { someKey } from '../registry/world';
import type { Command, Registry, UpdateService } from '../../src/registry';
import type { Draw } from '../simulation/draw';
import { clouds, customPlans, neighbourOf, planOf, plansOf, projects, typeOf } from './landscape';
import { aForkWish, aNewWish } from './legal-wish';
import { asCommand } from './wish';

/** A registry with a random history: services of every kind, of every age, in every state. Its clock stands still. */
export const aRandomRegistry = (draw: Draw, options: { readonly steps: number }): Registry => {
  const start = at('2026-06-01T00:00:00Z') + draw.between(0, dayMs);
  const registry = createRegistry({
    store: createMemoryStore(),
    keys: someKey(),
    wallClock: { now: () => start },
    seed: `world-${draw.between(0, 1_000_000)}`,
    profile: draw.pick(['instant', 'fast', 'realistic']),
    clock: { kind: 'frozen' },
    ...(draw.chance(0.2) ? { recoveryDefault: 'latest' as const } : {}),
  });
  registry.executeAll(founding);
  for (let step = 0; step < options.steps; step += 1) takeStep(registry, draw);
  return registry;
};

/** Organizations, projects and plans of every random world. */
export const founding: readonly Command[] = [
  { type: 'CreateOrganization', organization: 'acme' },
  { type: 'CreateOrganization', organization: 'globex' },
  ...projects.map((project) => ({ type: 'CreateProject' as const, ...project })),
  { type: 'AmendCatalogue', plans: customPlans, clouds: [] },
];

const takeStep = (registry: Registry, draw: Draw): void => {
  const command = someCommand(registry, draw);
  if (command !== undefined) registry.execute(command);
};

/** What may be asked of a registry next, as things stand there; undefined: nothing to ask it of. */
export const someCommand = (registry: Registry, draw: Draw): Command | undefined =>
  draw.weighted<() => Command | undefined>([
    [6, () => aCreation(registry, draw)],
    [3, () => asCommand(aForkWish(draw, registry.facts()))],
    [8, () => ({ type: 'AdvanceClock', byMs: aWhile(draw) })],
    [8, () => ofSome(registry, draw, (service) => anUpdate(draw, registry, service))],
    [1, () => ofSome(registry, draw, ({ project, service }) => ({ type: 'TerminateService', project, service }))],
    [
      2,
      () =>
        ofSome(registry, draw, ({ project, service }) => ({
          type: 'SetBackupCopyPaused',
          project,
          service,
          paused: draw.chance(0.6),
        })),
    ],
    [2, () => ({ type: 'SetCloudDown', cloud: draw.pick(clouds), down: draw.chance(0.45) })],
    [2, () => ofSome(registry, draw, (service) => someGrowth(draw, service))],
    [4, () => ofSome(registry, draw, (service) => someAccess(draw, service))],
  ])();

/** Some time: minutes, hours, days or weeks. */
export const aWhile = (draw: Draw): number =>
  draw.weighted([
    [3, () => draw.between(0, 20 * minuteMs)],
    [3, () => draw.between(0, 20 * hourMs)],
    [3, () => draw.between(0, 4 * dayMs)],
    [1, () => draw.between(0, 30 * dayMs)],
  ])();

const aCreation = (registry: Registry, draw: Draw): Command => {
  const facts = registry.facts();
  const wish = aNewWish(draw, facts);
  const diskMb = planOf(facts.catalogue, wish.serviceType, wish.plan)?.diskMb ?? 0;
  const dataSizeMb = draw.weighted([
    [4, 32],
    [3, draw.between(32, Math.max(33, Math.floor(diskMb / 3)))],
    [2, draw.between(32, Math.max(33, diskMb))],
  ]);
  const sibling = [...facts.services.values()].find(
    ({ project, type }) => project === wish.project && type === wish.serviceType,
  );
  const integrations =
    sibling === undefined || !draw.chance(0.3)
      ? []
      : [{ integrationType: draw.pick(['read_replica', 'read_replica', 'metrics']), sourceService: sibling.service }];
  return { ...asCommand(wish), dataSizeMb, integrations };
};

const ofSome = (
  registry: Registry,
  draw: Draw,
  command: (service: ServiceFacts) => Command | undefined,
): Command | undefined => {
  const services = [...registry.facts().services.values()];
  return services.length === 0 ? undefined : command(draw.pick(services));
};

const someGrowth = (draw: Draw, { project, service, type }: ServiceFacts): Command => ({
  type: 'GenerateRows',
  project,
  service,
  database: typeOf(type).defaultDatabase ?? 'index-1',
  count: draw.between(1, 1_000),
  seed: 'growth',
});

/** Someone or something that comes or goes in a service; often it is there already, or never was. */
const someAccess = (draw: Draw, { project, service }: ServiceFacts): Command => {
  const id = { project, service };
  const [username, database, pool] = [draw.pick(['ada', 'eve', 'avnadmin']), draw.pick(['old', 'new']), 'web'];
  const filter = draw.pick([['0.0.0.0/0'], ['10.0.0.0/8'], ['10.0.0.0/8', '192.0.2.0/24'], null]);
  return draw.pick<Command>([
    { type: 'CreateUser', ...id, username },
    { type: 'CreateUser', ...id, username },
    { type: 'DeleteUser', ...id, username },
    { type: 'ResetUserPassword', ...id, username },
    { type: 'CreateDatabase', ...id, database },
    { type: 'DeleteDatabase', ...id, database },
    { type: 'CreatePool', ...id, pool, database, username: null, poolSize: 5, poolMode: 'transaction' },
    { type: 'DeletePool', ...id, pool },
    { type: 'UpdateService', ...id, userConfig: { ip_filter: filter } },
  ]);
};

/** A change of a live service that an operator makes. */
const anUpdate = (draw: Draw, registry: Registry, service: ServiceFacts): UpdateService => {
  const id = { type: 'UpdateService' as const, project: service.project, service: service.service };
  const type = typeOf(service.type);
  const { persistenceKey, versionKey, versions } = type;
  const region = neighbourOf(draw, service.cloud);
  return draw.weighted<() => UpdateService>([
    [4, () => ({ ...id, powered: service.state === 'POWEROFF' })],
    [2, () => ({ ...id, plan: draw.pick(plansOf(registry.catalogue(), service.type)).name })],
    [2, () => ({ ...id, cloud: draw.pick(clouds) })],
    [1, () => ({ ...id, diskSpaceMb: (service.diskSpaceMb ?? 0) + 10_240 })],
    [3, () => ({ ...id, terminationProtection: draw.chance(0.8) })],
    [
      persistenceKey === undefined ? 0 : 3,
      () => ({
        ...id,
        userConfig: { [persistenceKey ?? '']: service.userConfig[persistenceKey ?? ''] === 'off' ? 'rdb' : 'off' },
      }),
    ],
    [
      type.backupRegion === 'unsupported' ? 0 : 4,
      () => ({
        ...id,
        userConfig: { additional_backup_regions: region === undefined || draw.chance(0.2) ? [] : [region] },
      }),
    ],
    [
      versionKey === undefined ? 0 : 1,
      () => ({ ...id, userConfig: { [versionKey ?? '']: draw.pick(versions).version } }),
    ],
    [
      type.userConfig.some(({ key }) => key === 'backup_retention_days') ? 2 : 0,
      () => ({ ...id, userConfig: { backup_retention_days: draw.chance(0.2) ? null : draw.between(1, 30) } }),
    ],
    [1, () => ({ ...id, userConfig: { backup_hour: draw.between(0, 23), backup_minute: draw.between(0, 59) } })],
  ])();
};
