import { dayMs, isJsonObject, serviceTypes, toRfc3339 } from '../../src/domain';
import type { JsonObject, JsonValue, RefusalCode, ServiceFacts, ServiceRequest } from '../../src/domain';
import type { CreateService, Outcome, Registry, UpdateService } from '../../src/registry';
import { drawFrom } from '../simulation/draw';
import type { Draw } from '../simulation/draw';
import { clouds } from './landscape';
import { disagreement, foretell, namingFault } from './laws';
import { mutations } from './mutations';
import type { Mutation } from './mutations';
import { aRandomRegistry, aWhile } from './random-registry';
import type { Disagreement, PlayRound } from './rounds';
import { asCommand, declared } from './wish';
import type { Wish } from './wish';

/** Changes that are asked of one random registry. */
export const updatesPerRound = 25;

/** Which aspects of a live service are changed, and the refusals of such a change that no rule foretells. */
const changeable: Readonly<Record<string, readonly RefusalCode[]>> = {
  plan: [],
  'small plan': [],
  cloud: [],
  disk: [],
  'second backup region': [],
  version: [],
  'stray version': ['version_unknown'],
  variant: ['operation_not_simulated', 'user_config_key_unknown'],
  'stray key': ['user_config_key_unknown'],
};

/** Other fork keys, of a shape that their schemas allow. */
const forkKeyChange: Mutation = {
  name: 'fork keys',
  weight: 8,
  change: (wish, { draw, facts }) => {
    const sources = [...facts.services.values()].filter(({ project }) => project === wish.project);
    const source = draw.pick<JsonValue>([...sources.map(({ service }) => service), 'nobody', '', null]);
    const timed = serviceTypes.some(({ name, recovery }) => name === wish.serviceType && recovery === 'point-in-time');
    const keys = draw.weighted<JsonObject>([
      [3, { service_to_fork_from: source }],
      [1, { project_to_fork_from: draw.pick(['demo', 'stage', 'foreign', '']) }],
      [timed ? 3 : 0, { recovery_target_time: draw.pick([toRfc3339(facts.now - draw.between(0, 3 * dayMs)), '']) }],
    ]);
    return { ...wish, userConfig: { ...wish.userConfig, ...keys } };
  },
};

/** The second region again another one: what may be done once in 24 hours is asked for twice. */
const regionMove: Mutation = {
  name: 'another second region',
  weight: 10,
  change: (wish, { draw, facts }) => {
    const service = facts.services.get(`${wish.project}/${wish.serviceName}`);
    const now = service?.backupRegion.cloud;
    if (service === undefined || !now) return wish;
    const provider = (cloud: string): string | undefined => facts.catalogue.clouds.get(cloud)?.provider;
    const others = clouds.filter(
      (cloud) => cloud !== now && cloud !== service.cloud && provider(cloud) === provider(service.cloud),
    );
    if (others.length === 0) return wish;
    return { ...wish, userConfig: { ...wish.userConfig, additional_backup_regions: [draw.pick(others)] } };
  },
};

const changes: readonly Mutation[] = [...mutations.filter(({ name }) => name in changeable), forkKeyChange, regionMove];

/** Any service; one in four is one whose copies were moved, while there is such a one. */
const someService = (draw: Draw, services: readonly ServiceFacts[]): ServiceFacts => {
  const moved = services.filter(({ backupRegion }) => backupRegion.cloud !== null && backupRegion.replacedAt !== null);
  return draw.pick(moved.length > 0 && draw.chance(0.25) ? moved : services);
};

/** Asks the rules and the registry of one random world about changes of its live services, and tells where they disagree. */
export const playUpdateRound: PlayRound = (seed, tally) => {
  const draw = drawFrom(seed);
  const registry = aRandomRegistry(draw, { steps: draw.between(15, 45) });
  const found: Disagreement[] = [];
  for (let index = 0; index < updatesPerRound; index += 1) {
    const facts = registry.facts();
    const services = [...facts.services.values()];
    if (services.length === 0) break;
    const service = someService(draw, services);
    const changed = Array.from(
      {
        length: draw.weighted([
          [2, 0],
          [6, 1],
          [2, 2],
        ]),
      },
      () => draw.weighted(changes.map((mutation) => [mutation.weight, mutation] as const)),
    );
    const wish = changed.reduce((next, { change }) => change(next, { draw, facts }), asItIs(draw, service));
    const request = requestOf(draw, wish);
    const review = foretell(request, facts);
    const { command, outcome } = changeService(registry, { wish, service, request });
    const trial = { request, review, outcome, unforeseen: changed.flatMap(({ name }) => changeable[name] ?? []) };
    tally.add(trial);
    const words = disagreement(trial) ?? (command && namingFault(trial, registry, command));
    if (words !== undefined) found.push({ words, wish, changed: changed.map(({ name }) => name) });
    if (draw.chance(0.3)) registry.execute({ type: 'AdvanceClock', byMs: Math.floor(aWhile(draw) / 10) });
  }
  return found;
};

/** The declaration that a live service was made from, as far as its facts tell. */
const asItIs = (draw: Draw, service: ServiceFacts): Wish => ({
  project: service.project,
  serviceName: service.service,
  serviceType: service.type,
  plan: service.plan,
  cloud: draw.chance(0.8) ? service.cloud : undefined,
  diskSpaceMb: draw.chance(0.4) && service.diskSpaceMb !== 0 ? service.diskSpaceMb : undefined,
  userConfig: service.userConfig,
});

const requestOf = (draw: Draw, wish: Wish): ServiceRequest => ({
  ...declared(wish),
  recorded: true,
  ...(draw.chance(0.3) ? { onForkChange: 'replace' } : {}),
});

/** A change is sent as one; a fork that is to be replaced is terminated, and made again. */
const changeService = (
  registry: Registry,
  { wish, service, request }: { readonly wish: Wish; readonly service: ServiceFacts; readonly request: ServiceRequest },
): { readonly command?: CreateService | UpdateService; readonly outcome: Outcome } => {
  const id = { project: wish.project, service: wish.serviceName };
  if (request.onForkChange === 'replace' && isReplaced(wish, service)) {
    const ended = registry.execute({ type: 'TerminateService', ...id });
    if (ended.kind === 'refused') return { outcome: ended };
    return { command: asCommand(wish), outcome: registry.execute(asCommand(wish)) };
  }
  const command: UpdateService = {
    type: 'UpdateService',
    ...id,
    userConfig: wish.userConfig,
    ...(wish.plan === undefined ? {} : { plan: wish.plan }),
    ...(wish.cloud === undefined ? {} : { cloud: wish.cloud }),
    ...(wish.diskSpaceMb === undefined ? {} : { diskSpaceMb: wish.diskSpaceMb }),
  };
  return { command, outcome: registry.execute(command) };
};

const forkKeys = ['service_to_fork_from', 'project_to_fork_from', 'recovery_target_time', 'recovery_basebackup_name'];

/** Whether it is forked anew; a project that is its own says nothing new. */
const isReplaced = ({ project, userConfig }: Wish, { userConfig: made, lineage }: ServiceFacts): boolean =>
  lineage !== null &&
  forkKeys.some((key) => {
    const asked = userConfig[key] ?? '';
    const usual = key === 'project_to_fork_from' ? project : '';
    return asked !== '' && (isJsonObject(asked) ? '' : asked) !== (made[key] || usual);
  });
