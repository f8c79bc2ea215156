import { toRfc3339 } from '../../src/domain';
import type { EpochMs, Facts, JsonObject, Plan, ServiceFacts } from '../../src/domain';
import type { Draw } from '../simulation/draw';
import { clouds, neighbourOf, planOf, plansOf, projects, typeOf, typeWeights } from './landscape';
import type { Wish } from './wish';

/** Names that new services of a random world get. */
const names = Array.from({ length: 40 }, (_, index) => `svc-${index}`);

/** A name that no live service of the project has. */
export const freeName = (draw: Draw, facts: Facts, project: string): string => {
  const free = names.filter((name) => !facts.services.has(`${project}/${name}`));
  return free.length === 0 ? `svc-${draw.between(100, 999_999)}` : draw.pick(free);
};

const organizationOf = (project: string): string | undefined =>
  projects.find((candidate) => candidate.project === project)?.organization;

/** Projects of one organization. */
const besides = (project: string): readonly string[] =>
  projects.filter(({ organization }) => organization === organizationOf(project)).map((candidate) => candidate.project);

const upClouds = (facts: Facts): readonly string[] => clouds.filter((cloud) => facts.outages?.includes(cloud) !== true);

const paid = (plan: Plan): boolean => !['free', 'developer'].includes(plan.tier);

/** A cloud that is up and where the plan is sold, near the favourite when that is so; undefined: there is none. */
const cloudFor = (draw: Draw, facts: Facts, plan: Plan, favourite: string | null): string | undefined => {
  const fitting = upClouds(facts).filter((cloud) => plan.clouds === 'all' || plan.clouds.includes(cloud));
  if (favourite !== null && fitting.includes(favourite) && draw.chance(0.6)) return favourite;
  return fitting.length === 0 ? undefined : draw.pick(fitting);
};

/** Settings that a service may well have, chosen to matter for forks. */
export const someSettings = (draw: Draw, typeName: string, cloud: string): JsonObject => {
  const type = typeOf(typeName);
  const has = (key: string): boolean => type.userConfig.some((candidate) => candidate.key === key);
  const region = neighbourOf(draw, cloud);
  const { versionKey, persistenceKey } = type;
  return {
    ...(type.backupRegion !== 'unsupported' && region !== undefined && draw.chance(0.4)
      ? { additional_backup_regions: [region] }
      : {}),
    ...(versionKey !== undefined && draw.chance(0.4) ? { [versionKey]: draw.pick(type.versions).version } : {}),
    ...(persistenceKey !== undefined && draw.chance(0.2) ? { [persistenceKey]: 'off' } : {}),
    ...(has('backup_hour') && draw.chance(0.3)
      ? { backup_hour: draw.between(0, 23), backup_minute: draw.between(0, 59) }
      : {}),
    ...(has('backup_retention_days') && draw.chance(0.3) ? { backup_retention_days: draw.between(1, 30) } : {}),
    ...(has('variant') && draw.chance(0.1) ? { variant: 'timescale' } : {}),
    ...(has('saml') && draw.chance(0.2) ? { saml: { enabled: true } } : {}),
  };
};

/** A new service with nothing to fork. */
export const aNewWish = (draw: Draw, facts: Facts): Wish => {
  const { project, organization } = draw.pick(projects);
  const serviceType = draw.weighted(typeWeights);
  const taken = [...facts.services.values()].some(
    (service) =>
      service.type === serviceType &&
      organizationOf(service.project) === organization &&
      planOf(facts.catalogue, serviceType, service.plan)?.tier === 'free',
  );
  const offered = plansOf(facts.catalogue, serviceType).filter(({ tier }) => tier !== 'free' || !taken);
  const plan = draw.pick(draw.chance(0.5) ? offered.filter(({ nodes }) => nodes <= 3) : offered);
  const cloud = paid(plan) ? cloudFor(draw, facts, plan, null) : undefined;
  return {
    project,
    serviceName: freeName(draw, facts, project),
    serviceType,
    plan: plan.name,
    cloud,
    userConfig: someSettings(draw, serviceType, cloud ?? 'google-europe-west1'),
  };
};

/** Live services that can be forked as far as one can tell from their facts. */
const forkable = (facts: Facts): readonly ServiceFacts[] =>
  [...facts.services.values()].filter((service) => {
    const type = typeOf(service.type);
    const plan = planOf(facts.catalogue, service.type, service.plan);
    return (
      type.forkable &&
      service.replicaOf === null &&
      service.backups.length > 0 &&
      (type.persistenceKey === undefined || service.userConfig[type.persistenceKey] !== 'off') &&
      plan !== undefined &&
      !type.tiersNotForkable.includes(plan.tier)
    );
  });

/** A fork that a careful person would ask for; a new service where nothing can be forked. */
export const aForkWish = (draw: Draw, facts: Facts): Wish => {
  const sources = forkable(facts);
  const source = sources.length === 0 ? undefined : draw.pick(sources);
  const plan = source && planFor(draw, facts, source);
  const cloud = source && plan && cloudFor(draw, facts, plan, source.backupRegion.cloud);
  if (source === undefined || plan === undefined || cloud === undefined) return aNewWish(draw, facts);
  const project = draw.chance(0.7) ? source.project : draw.pick(besides(source.project));
  return {
    project,
    serviceName: freeName(draw, facts, project),
    serviceType: source.type,
    plan: plan.name,
    cloud:
      cloud === projects.find((own) => own.project === project)?.defaultCloud && draw.chance(0.3) ? undefined : cloud,
    diskSpaceMb: diskFor(draw, source, plan),
    from: assertedFor(draw, source, { cloud, plan: plan.name }),
    userConfig: {
      service_to_fork_from: source.service,
      ...(project === source.project ? {} : { project_to_fork_from: source.project }),
      ...targetFor(draw, facts.now, source),
      ...keptSettings(draw, source),
    },
    ...(draw.chance(0.1) && typeOf(source.type).recovery === 'point-in-time' ? { latestTransaction: true } : {}),
  };
};

const planFor = (draw: Draw, facts: Facts, source: ServiceFacts): Plan | undefined => {
  const type = typeOf(source.type);
  const own = planOf(facts.catalogue, source.type, source.plan);
  if (own && draw.chance(0.5) && !type.tiersNotForkTarget.includes(own.tier) && paid(own)) return own;
  const fitting = plansOf(facts.catalogue, source.type).filter(
    (plan) =>
      paid(plan) &&
      (type.memoryBound || plan.diskMb === 0 || (plan.diskCapMb ?? plan.diskMb) > (source.dataSizeMb ?? 0)) &&
      (!type.refusesFewerNodes || plan.nodes >= (source.nodes ?? 1)),
  );
  return fitting.length === 0 ? undefined : draw.pick(fitting);
};

const diskFor = (draw: Draw, source: ServiceFacts, plan: Plan): number | undefined => {
  const { diskMb, diskStepMb, diskCapMb } = plan;
  if (diskMb === 0 || diskStepMb === null || diskCapMb === null) return undefined;
  const needed = Math.max(0, Math.ceil(((source.dataSizeMb ?? 0) - diskMb) / diskStepMb));
  const most = Math.floor((diskCapMb - diskMb) / diskStepMb);
  if (needed === 0 && draw.chance(0.6)) return undefined;
  return diskMb + diskStepMb * draw.between(Math.min(needed, most), most);
};

const assertedFor = (
  draw: Draw,
  source: ServiceFacts,
  fork: { readonly cloud: string; readonly plan: string },
): Wish['from'] => {
  const copied = fork.cloud === source.backupRegion.cloud && fork.plan === source.plan;
  if (copied && draw.chance(0.4)) return 'secondary';
  return draw.chance(0.1) ? 'primary' : undefined;
};

/** A recovery point that is listed now, or none. */
const targetFor = (draw: Draw, now: EpochMs, source: ServiceFacts): JsonObject => {
  const type = typeOf(source.type);
  if (draw.chance(0.3)) return {};
  if (type.recovery === 'named-backup') return { recovery_basebackup_name: draw.pick(source.backups.slice(-25)).name };
  if (type.recovery !== 'point-in-time') return {};
  const window = draw.pick(source.windows ?? []);
  const earliest = window.earliest ?? now;
  const latest = window.latest ?? now;
  const at = draw.weighted([
    [6, draw.between(Math.min(earliest, latest), latest)],
    [1, earliest],
    [1, latest],
  ]);
  return { recovery_target_time: toRfc3339(at) };
};

const keptSettings = (draw: Draw, source: ServiceFacts): JsonObject => {
  const { versionKey } = typeOf(source.type);
  const version = versionKey === undefined ? undefined : source.userConfig[versionKey];
  return versionKey === undefined || version === undefined || draw.chance(0.8) ? {} : { [versionKey]: version };
};
