import { dayMs, minuteMs, serviceTypes, toRfc3339 } from '../../src/domain';
import type { Facts, JsonObject, JsonValue, RefusalCode, ServiceFacts } from '../../src/domain';
import type { Draw } from '../simulation/draw';
import { clouds, neighbourOf, planOf, plansOf, projects, typeOf } from './landscape';
import type { Wish } from './wish';

/** What a mutation may look at. */
export interface Surroundings {
  readonly draw: Draw;
  readonly facts: Facts;
}

/** One aspect of a wish changed: often into something illegal, sometimes into another legal one. */
export interface Mutation {
  readonly name: string;
  readonly weight: number;
  readonly change: (wish: Wish, around: Surroundings) => Wish;
  /** Refusals that no rule foretells, and that this change may bring about. */
  readonly unforeseen?: readonly RefusalCode[];
}

const set = (wish: Wish, userConfig: JsonObject): Wish => ({
  ...wish,
  userConfig: { ...wish.userConfig, ...userConfig },
});

const without = (wish: Wish, ...keys: readonly string[]): Wish => ({
  ...wish,
  userConfig: Object.fromEntries(Object.entries(wish.userConfig).filter(([key]) => !keys.includes(key))),
});

const live = ({ facts }: Surroundings): readonly ServiceFacts[] => [...facts.services.values()];

const sourceIn = (wish: Wish, { facts }: Surroundings): ServiceFacts | undefined => {
  const { service_to_fork_from: service, project_to_fork_from: project } = wish.userConfig;
  const home = typeof project === 'string' ? project : wish.project;
  return typeof service === 'string' ? facts.services.get(`${home}/${service}`) : undefined;
};

/** Instants at the edges of everything that decides about a recovery time. */
const edges = (wish: Wish, around: Surroundings): readonly number[] => {
  const { now } = around.facts;
  const source = sourceIn(wish, around);
  const ends = (source?.windows ?? []).flatMap(({ earliest, latest }) => [earliest ?? now, latest ?? now]);
  return [now, now - 40 * dayMs, now - 5 * minuteMs, source?.createdAt ?? now, source?.poweredOffSince ?? now, ...ends];
};

const anyTime: Mutation['change'] = (wish, around) => {
  const { draw } = around;
  const edge = draw.pick(edges(wish, around));
  const at = edge + draw.pick([0, 0, -1, 1, -1_000, 1_000, -minuteMs, minuteMs, draw.between(-3 * dayMs, 3 * dayMs)]);
  const text = toRfc3339(at);
  const written = draw.weighted([
    [8, text],
    [1, text.replace('T', ' ').replace('Z', '')],
    [1, text.replace('Z', '+00:00').slice(0, 32)],
  ]);
  return set(wish, { recovery_target_time: written });
};

const anyPoint: Mutation['change'] = (wish, around) => {
  const { recovery } = serviceTypes.find(({ name }) => name === wish.serviceType) ?? { recovery: 'none' };
  const fitting = recovery === 'point-in-time' ? anyTime : anyBackup;
  const other = recovery === 'point-in-time' ? anyBackup : anyTime;
  return (around.draw.chance(0.85) ? fitting : other)(wish, around);
};

const anyBackup: Mutation['change'] = (wish, around) => {
  const { draw } = around;
  const own = sourceIn(wish, around)?.backups ?? [];
  const other = live(around).flatMap(({ backups }) => backups.slice(0, 2));
  const names = [...own, ...other].map(({ name }) => name);
  const absurd: readonly JsonValue[] = ['backup-20200101t000000000000z', 'no backup!', 'b'.repeat(129), '', null, 7];
  return set(wish, { recovery_basebackup_name: draw.pick([...names, ...names, ...absurd]) });
};

const anySource: Mutation['change'] = (wish, around) => {
  const { draw, facts } = around;
  const inReach = live(around).filter(({ project }) => project === wish.project);
  const gone = [...(facts.terminated?.values() ?? [])];
  const here = [wish.serviceName, 'nobody', 'Nobody', 'a'.repeat(65)];
  return draw.weighted<() => Wish>([
    [4, () => (inReach.length === 0 ? wish : forkOf(wish, draw.pick(inReach)))],
    [3, () => (live(around).length === 0 ? wish : forkOf(wish, draw.pick(live(around))))],
    [3, () => (gone.length === 0 ? wish : forkOf(wish, draw.pick(gone)))],
    [3, () => set(wish, { service_to_fork_from: draw.pick(here) })],
    [1, () => set(wish, { service_to_fork_from: draw.pick<JsonValue>(['', null, 5, ['a']]) })],
  ])();
};

const forkOf = (wish: Wish, source: { readonly project: string; readonly service: string }): Wish =>
  set(wish, {
    service_to_fork_from: source.service,
    ...(source.project === wish.project ? {} : { project_to_fork_from: source.project }),
  });

/** Sources that rules have an objection to, whatever else is asked. */
const awkwardSource: Mutation['change'] = (wish, around) => {
  const awkward = live(around).filter((service) => {
    const type = typeOf(service.type);
    const tier = planOf(around.facts.catalogue, service.type, service.plan)?.tier ?? 'custom';
    const off = type.persistenceKey !== undefined && service.userConfig[type.persistenceKey] === 'off';
    return service.replicaOf !== null || off || service.backups.length === 0 || type.tiersNotForkable.includes(tier);
  });
  if (awkward.length === 0) return wish;
  const source = around.draw.pick(awkward);
  const plain = without(wish, 'service_to_fork_from', 'project_to_fork_from', 'recovery_basebackup_name');
  const plans = plansOf(around.facts.catalogue, source.type).filter(
    ({ tier }) => !['free', 'developer'].includes(tier),
  );
  return forkOf({ ...plain, serviceType: source.type, plan: around.draw.pick(plans).name }, source);
};

const anySourceProject: Mutation['change'] = (wish, { draw }) =>
  set(wish, {
    project_to_fork_from: draw.pick<JsonValue>([
      ...projects.map(({ project }) => project),
      'nowhere',
      'No Where',
      'p'.repeat(64),
      '',
      null,
      3,
    ]),
  });

/** A key that takes a text, with something else in it. */
const anyForm: Mutation['change'] = (wish, { draw }) =>
  set(wish, {
    [draw.pick([
      'service_to_fork_from',
      'pg_service_to_fork_from',
      'project_to_fork_from',
      'recovery_target_time',
      'recovery_basebackup_name',
      'pg_read_replica',
    ])]: draw.pick<JsonValue>([3, true, false, [], {}, [wish.serviceName], { name: wish.serviceName }, 'true', '3']),
  });

const anyOldKey: Mutation['change'] = (wish, { draw }) => {
  const { service_to_fork_from: source = 'svc-1' } = wish.userConfig;
  return draw.pick([
    () => set(wish, { pg_service_to_fork_from: source }),
    () => set(wish, { pg_service_to_fork_from: 'svc-2' }),
    () => set(without(wish, 'service_to_fork_from'), { pg_service_to_fork_from: source }),
    () => set(wish, { pg_read_replica: true }),
  ])();
};

const anyName: Mutation['change'] = (wish, around) => {
  const { draw, facts } = around;
  const taken = live(around).map(({ service }) => service);
  const gone = [...(facts.terminated?.values() ?? [])].map(({ service }) => service);
  return {
    ...wish,
    serviceName: draw.pick([...taken.slice(0, 3), ...gone.slice(0, 3), 'Upper', '9lives', 'n'.repeat(65), 'fresh-one']),
  };
};

const anyDisk: Mutation['change'] = (wish, around) => {
  const { draw, facts } = around;
  const plan = planOf(facts.catalogue, wish.serviceType, wish.plan);
  const base = plan?.diskMb ?? 0;
  const step = plan?.diskStepMb ?? 10_240;
  const data = sourceIn(wish, around)?.dataSizeMb ?? 0;
  const choices = [base, base - 1, base - step, base + step, base + step + 1, plan?.diskCapMb ?? base, base * 6, data];
  return { ...wish, diskSpaceMb: draw.pick([...choices, undefined]) };
};

const anyRegion: Mutation['change'] = (wish, { draw }) => {
  const neighbour = neighbourOf(draw, wish.cloud ?? 'google-europe-west1');
  return set(wish, {
    additional_backup_regions: draw.pick<JsonValue>([
      [neighbour ?? 'google-us-east1'],
      [draw.pick(clouds)],
      [wish.cloud ?? 'google-europe-west1'],
      ['google-atlantis-1'],
      ['Not A Region'],
      [...clouds.slice(0, 2)],
      [7],
      [],
      null,
      'google-europe-west4',
    ]),
  });
};

const versionKeyOf = (type: string): string | undefined => serviceTypes.find(({ name }) => name === type)?.versionKey;

const anyVersion: Mutation['change'] = (wish, { draw }) => {
  const key = versionKeyOf(wish.serviceType);
  if (key === undefined) return wish;
  const versions = typeOf(wish.serviceType).versions.map(({ version }) => version);
  return set(wish, { [key]: draw.pick<JsonValue>([...versions, null]) });
};

const strayVersion: Mutation['change'] = (wish, { draw }) => {
  const key = versionKeyOf(wish.serviceType);
  return key === undefined ? wish : set(wish, { [key]: draw.pick(['0.1', '']) });
};

const anyIntegration: Mutation['change'] = (wish, around) => {
  const { draw } = around;
  const near = live(around)
    .filter(({ project }) => project === wish.project)
    .map(({ service }) => service);
  const other = draw.pick([...near, 'nobody']);
  return {
    ...wish,
    integrations: [
      draw.pick([
        { type: 'read_replica', sourceService: other },
        { type: 'disaster_recovery', sourceService: other },
        { type: 'metrics', destinationService: other },
        { type: 'telepathy', destinationService: other },
      ]),
    ],
  };
};

/** A replica of what would be forked, or of something else in reach, by the key of the vendor's client or by an integration. */
const anyReplica: Mutation['change'] = (wish, around) => {
  const { draw } = around;
  const inReach = live(around).filter(({ project, type }) => project === wish.project && type === wish.serviceType);
  const named = sourceIn(wish, around) ?? (inReach.length === 0 ? undefined : draw.pick(inReach));
  if (named === undefined || named.project !== wish.project) return wish;
  const plain = without(wish, 'recovery_target_time', 'recovery_basebackup_name', 'project_to_fork_from');
  const open = { ...plain, latestTransaction: false, from: undefined };
  const asked = draw.chance(0.5) ? diskNear(open, around, named.dataSizeMb ?? 0) : open;
  if (wish.serviceType === 'pg' && draw.chance(0.5)) {
    return set(asked, { service_to_fork_from: named.service, pg_read_replica: true });
  }
  const keyless = draw.chance(0.5) ? without(asked, 'service_to_fork_from') : asked;
  const sourceService = draw.chance(0.1) ? draw.pick(['nobody', wish.serviceName]) : named.service;
  return { ...keyless, integrations: [{ type: 'read_replica', sourceService }] };
};

/** A plan and a disk near what something holds: the largest plan below it or the smallest one above, and of a plan the steps around it. */
const diskNear = (wish: Wish, { draw, facts }: Surroundings, dataMb: number): Wish => {
  const sized = plansOf(facts.catalogue, wish.serviceType)
    .filter(({ diskMb, tier }) => diskMb > 0 && !['free', 'developer'].includes(tier))
    .sort((one, other) => one.diskMb - other.diskMb);
  const near = [
    sized.filter(({ diskMb }) => diskMb < dataMb).slice(-1),
    sized.filter(({ diskMb }) => diskMb >= dataMb).slice(0, 1),
  ];
  if (sized.length === 0) return wish;
  const plan = draw.pick(near.flat());
  const { name, diskMb, diskStepMb } = plan;
  if (diskStepMb === null || draw.chance(0.3)) return { ...wish, plan: name, diskSpaceMb: undefined };
  const steps = Math.max(0, Math.floor((dataMb - diskMb) / diskStepMb)) + draw.between(0, 1);
  return { ...wish, plan: name, diskSpaceMb: diskMb + steps * diskStepMb };
};

const withType =
  (types: readonly string[]): Mutation['change'] =>
  (wish, { draw, facts }) => {
    const serviceType = draw.pick(types);
    const keep = draw.chance(0.5) && planOf(facts.catalogue, serviceType, wish.plan) !== undefined;
    const offered = plansOf(facts.catalogue, serviceType).filter(({ tier }) => tier !== 'free');
    return { ...wish, serviceType, ...(keep || offered.length === 0 ? {} : { plan: draw.pick(offered).name }) };
  };

/** A second service on the free plan that another one in reach is on. */
const secondFree: Mutation['change'] = (wish, around) => {
  const free = live(around).filter(
    ({ project, type, plan }) =>
      project === wish.project && planOf(around.facts.catalogue, type, plan)?.tier === 'free',
  );
  if (free.length === 0) return wish;
  const { type: serviceType, plan } = around.draw.pick(free);
  const { project, serviceName } = wish;
  return { project, serviceName, serviceType, plan, userConfig: {} };
};

const otherTypes = ['pg', 'mysql', 'opensearch', 'valkey', 'clickhouse', 'kafka', 'flink', 'thanos', 'alloydbomni'];

/** Every way to change a wish. */
export const mutations: readonly Mutation[] = [
  { name: 'recovery point', weight: 17, change: anyPoint },
  { name: 'second free plan', weight: 2, change: secondFree },
  {
    name: 'malformed recovery time',
    weight: 2,
    change: (wish, { draw }) =>
      set(wish, {
        recovery_target_time: draw.pick<JsonValue>([
          'yesterday',
          '2026-02-30T00:00:00Z',
          '2026-11-01T00:00:00.000000000000+00:00',
          5,
          '',
          null,
        ]),
      }),
  },
  { name: 'source', weight: 8, change: anySource },
  {
    name: 'awkward source',
    weight: 5,
    change: awkwardSource,
    unforeseen: ['user_config_key_unknown', 'version_unknown', 'user_config_value_invalid'],
  },
  { name: 'project of the source', weight: 4, change: anySourceProject },
  { name: 'form of a fork key', weight: 3, change: anyForm, unforeseen: ['user_config_key_unknown'] },
  { name: 'deprecated fork keys', weight: 3, change: anyOldKey, unforeseen: ['user_config_key_unknown'] },
  { name: 'fork key left out', weight: 2, change: (wish) => without(wish, 'service_to_fork_from') },
  { name: 'latest transaction', weight: 3, change: (wish) => ({ ...wish, latestTransaction: true }) },
  { name: 'name', weight: 4, change: anyName },
  {
    name: 'project',
    weight: 2,
    change: (wish, { draw }) => ({ ...wish, project: draw.pick([...projects.map((own) => own.project), 'nowhere']) }),
  },
  {
    name: 'type',
    weight: 3,
    change: withType(otherTypes),
    unforeseen: ['user_config_key_unknown', 'user_config_value_invalid', 'version_unknown'],
  },
  { name: 'unknown type', weight: 1, change: (wish) => ({ ...wish, serviceType: 'spreadsheet' }) },
  {
    name: 'plan',
    weight: 8,
    change: (wish, { draw, facts }) => ({
      ...wish,
      plan: draw.pick([
        ...plansOf(facts.catalogue, wish.serviceType).map(({ name }) => name),
        'startup-5',
        'Business-4',
      ]),
    }),
  },
  { name: 'plan left out', weight: 2, change: (wish) => ({ ...wish, plan: undefined }) },
  {
    name: 'small plan',
    weight: 3,
    change: (wish, { draw, facts }) => {
      const small = plansOf(facts.catalogue, wish.serviceType).filter(({ tier }) =>
        ['free', 'developer'].includes(tier),
      );
      return small.length === 0
        ? wish
        : {
            ...wish,
            plan: draw.pick(small).name,
            ...(draw.chance(0.7) ? { cloud: undefined, diskSpaceMb: undefined } : {}),
          };
    },
  },
  {
    name: 'cloud',
    weight: 8,
    change: (wish, { draw, facts: { outages = [] } }) => ({
      ...wish,
      cloud: draw.pick([...clouds, ...clouds, ...outages, ...outages, 'eu-central-1', undefined]),
    }),
  },
  { name: 'disk', weight: 7, change: anyDisk },
  {
    name: 'location',
    weight: 6,
    change: (wish, { draw }) => ({ ...wish, from: draw.pick(['primary', 'secondary', 'secondary', undefined]) }),
  },
  {
    name: 'restore from the second region',
    weight: 5,
    change: (wish, around) => {
      const source = sourceIn(wish, around);
      const region = source?.backupRegion.cloud ?? null;
      if (source === undefined || region === null) return { ...wish, from: 'secondary' };
      const asked: Wish = { ...wish, cloud: region, plan: source.plan, diskSpaceMb: source.diskSpaceMb };
      if (around.draw.chance(0.4)) return asked;
      const open = around.draw.pick([
        {},
        {},
        { plan: undefined },
        { cloud: undefined },
        { plan: undefined, cloud: undefined },
      ]);
      return { ...asked, from: 'secondary', ...open };
    },
  },
  { name: 'second backup region', weight: 6, change: anyRegion },
  { name: 'version', weight: 4, change: anyVersion },
  { name: 'stray version', weight: 1, change: strayVersion, unforeseen: ['version_unknown'] },
  {
    name: 'variant',
    weight: 2,
    change: (wish, { draw }) => set(wish, { variant: draw.pick<JsonValue>(['aiven', 'timescale', null]) }),
    unforeseen: ['user_config_key_unknown'],
  },
  {
    name: 'integration',
    weight: 4,
    change: anyIntegration,
    unforeseen: ['service_not_found', 'fork_type_mismatch'],
  },
  {
    name: 'replica',
    weight: 2,
    change: (wish, around) => anyVersion(anyReplica(wish, around), around),
  },
  {
    name: 'network',
    weight: 2,
    change: (wish, { draw }) =>
      draw.chance(0.5) ? { ...wish, projectVpcId: 'demo/vpc-1' } : { ...wish, staticIps: ['ip-1'] },
    unforeseen: ['static_ip_unusable'],
  },
  { name: 'tag', weight: 1, change: (wish) => ({ ...wish, tags: { 'a key': 'v' } }), unforeseen: ['name_invalid'] },
  {
    name: 'stray key',
    weight: 1,
    change: (wish) => set(wish, { no_such_key: true }),
  },
  {
    name: 'who may connect',
    weight: 2,
    change: (wish, { draw }) =>
      set(wish, {
        ip_filter: [
          draw.pick<JsonValue>(['not-an-ip', '10.0.0.0/33', '::/0', { network: '10.0.0.0/8' }, { net: '' }, 7]),
        ],
      }),
    unforeseen: ['user_config_key_unknown'],
  },
  {
    name: 'stray value',
    weight: 1,
    change: (wish, { draw }) => set(wish, { static_ips: draw.pick<JsonValue>(['yes', 1, true]) }),
    unforeseen: ['user_config_value_invalid', 'user_config_key_unknown'],
  },
];
