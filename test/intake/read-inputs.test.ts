import type { JsonValue } from '../../src/domain';
import { IntakeError, readInputs, takeIn } from '../../src/intake';
import { planJson, ref, service } from './plan-builder';

const reader =
  (files: Readonly<Record<string, JsonValue | string>>) =>
  (path: string): string | undefined => {
    const file = files[path];
    return file === undefined || typeof file === 'string' ? file : JSON.stringify(file);
  };

const errorOf = (file: JsonValue | string): string => {
  try {
    readInputs(reader({ 'plan.json': file }), ['plan.json']);
    return '';
  } catch (error) {
    return error instanceof IntakeError ? error.message : `not an IntakeError: ${String(error)}`;
  }
};

const pg = (name: string, settings = {}) => service('pg', name, { user_config: settings });
const fork = { service_to_fork_from: 'source-pg' };

test.each([
  ['a saved plan', 'PK\u0003\u0004...', 'terraform show -json PLAN'],
  ['no JSON', 'hello', 'plan.json: it is no JSON'],
  ["Terraform's own state file", { version: 4, serial: 3, lineage: 'x', resources: [] }, 'terraform show -json'],
  ['another JSON', { a: 1 }, "neither 'terraform' nor 'resource'"],
  [
    'a newer format',
    { format_version: '2.0', resource_changes: [] },
    'at format_version: version 1 of the format is read, got "2.0"',
  ],
  ['a provider schema', { format_version: '1.0', provider_schemas: {} }, 'neither resource_changes nor values'],
  [
    'a list that is none',
    { format_version: '1.2', resource_changes: {}, configuration: {} },
    'at resource_changes: a list',
  ],
  [
    'actions that nobody knows',
    planJson({ resources: [{ address: 'aiven_pg.main', actions: ['paint'], after: pg('x') }] }),
    'at aiven_pg.main: the actions ["paint"] are not known',
  ],
])('%s is refused with the place and the remedy', (_, file, message) => {
  expect(errorOf(file)).toContain(message);
});

test('an empty state declares nothing', () => {
  expect(readInputs(reader({ s: { format_version: '1.0', terraform_version: '1.11.4' } }), ['s'])).toEqual([]);
});

test('two plans with the same address stay two services, and their references stay inside', () => {
  const plan = planJson({
    resources: [
      { address: 'aiven_pg.a', after: pg('source-pg') },
      {
        address: 'aiven_pg.b',
        after: pg('pg-fork', fork),
        config: { pg_user_config: [{ service_to_fork_from: ref('aiven_pg.a.service_name') }] },
      },
    ],
  });
  const requests = readInputs(reader({ 'one.json': plan, 'two.json': plan }), ['one.json', 'two.json']);
  expect(requests.map(({ address }) => address)).toEqual([
    'aiven_pg.a',
    'aiven_pg.b',
    'two.json:aiven_pg.a',
    'two.json:aiven_pg.b',
  ]);
  expect(requests[3]).toMatchObject({
    source: { kind: 'declared', address: 'two.json:aiven_pg.a' },
    after: ['two.json:aiven_pg.a'],
  });
});

const forkWith = (options: Parameters<typeof planJson>[0]) => {
  const requests = readInputs(reader({ p: planJson(options) }), ['p']);
  return requests.find(({ address }) => address.includes('.fork'));
};

describe('references', () => {
  const source = { address: 'aiven_pg.source', after: pg('source-pg') };

  test('through a module variable and an output', () => {
    const found = forkWith({
      resources: [
        { address: 'module.base.aiven_pg.source', after: pg('source-pg') },
        {
          address: 'module.copy.aiven_pg.fork',
          after: pg('pg-fork', fork),
          config: { pg_user_config: [{ service_to_fork_from: ref('var.source') }] },
        },
      ],
      modules: {
        base: { outputs: { name: { expression: ref('aiven_pg.source.service_name') } } },
        copy: { inputs: { source: ref('module.base.name') } },
      },
    });
    expect(found).toMatchObject({
      source: { kind: 'declared', address: 'module.base.aiven_pg.source' },
      after: ['module.base.aiven_pg.source'],
      waitsForSource: true,
    });
  });

  test('through a local value, which a plan does not describe: by the name it comes to', () => {
    const found = forkWith({
      resources: [
        source,
        {
          address: 'aiven_pg.fork',
          after: pg('pg-fork', fork),
          config: { pg_user_config: [{ service_to_fork_from: { references: ['local.source'] } }] },
        },
      ],
    });
    expect(found?.source).toEqual({ kind: 'declared', address: 'aiven_pg.source' });
  });

  test('by depends_on, also through a resource that is no service', () => {
    const found = forkWith({
      resources: [
        source,
        { address: 'time_sleep.wait', after: { create_duration: '5m' }, dependsOn: ['aiven_pg.source'] },
        { address: 'aiven_pg.fork', after: pg('pg-fork', fork), dependsOn: ['time_sleep.wait'] },
      ],
    });
    expect(found).toMatchObject({ source: { kind: 'literal' }, after: ['aiven_pg.source'], waitsForSource: true });
  });

  test('to the instance of the same key', () => {
    const keys = ['a', 'b'];
    const requests = readInputs(
      reader({
        p: planJson({
          resources: keys.flatMap((key) => [
            {
              address: `aiven_pg.source["${key}"]`,
              after: pg(''),
              unknown: { service_name: true },
              config: { service_name: ref('random_pet.x.id') },
            },
            {
              address: `aiven_pg.fork["${key}"]`,
              after: pg(`fork-${key}`, { backup_hour: 3 }),
              unknown: { pg_user_config: [{ service_to_fork_from: true }] },
              config: { pg_user_config: [{ service_to_fork_from: { references: ['aiven_pg.source', 'each.key'] } }] },
            },
          ]),
        }),
      }),
      ['p'],
    );
    expect(requests.filter(({ address }) => address.includes('fork')).map(({ source: of }) => of)).toEqual(
      keys.map((key) => ({ kind: 'declared', address: `aiven_pg.source["${key}"]` })),
    );
  });
});

test('values come in the types of the API', () => {
  const found = forkWith({
    resources: [
      {
        address: 'aiven_pg.fork',
        after: {
          ...pg('pg-fork', {
            ...fork,
            backup_hour: '3',
            pg_version: '16',
            pg: [{ jit: true, timezone: null }],
            recovery_target_time: '',
            pgbouncer: [],
          }),
          additional_disk_space: '20GiB',
          tag: [{ key: 'team', value: 'a${b}' }],
          timeouts: { create: '1h30m' },
        },
      },
    ],
  });
  expect(found).toMatchObject({
    diskSpaceMb: { value: 81_920 + 20_480 },
    tags: { value: { team: 'a${b}' } },
    createTimeoutMs: { value: 5_400_000 },
  });
  expect(found?.userConfig).toEqual({
    service_to_fork_from: { known: true, value: 'source-pg' },
    backup_hour: { known: true, value: 3 },
    pg_version: { known: true, value: '16' },
    pg: { known: true, value: { jit: true } },
  });
});

test('what the provider computes is not asked for, what an expression gives is unknown', () => {
  const found = forkWith({
    resources: [
      {
        address: 'aiven_pg.fork',
        after: pg('pg-fork', fork),
        unknown: { additional_disk_space: true, cloud_name: true, project_vpc_id: true },
        config: { project_vpc_id: ref('aiven_project_vpc.main.id') },
      },
    ],
  });
  expect(found?.diskSpaceMb).toEqual({ known: true, value: undefined });
  expect(found?.projectVpcId).toMatchObject({ known: false });
});

test('a deposed object is destroyed, a forgotten one is let go of', () => {
  const requests = readInputs(
    reader({
      p: planJson({
        resources: [
          { address: 'aiven_pg.a', actions: ['no-op'], before: pg('a'), after: pg('a') },
          { address: 'aiven_pg.a', actions: ['delete'], before: pg('old'), deposed: '1a2b3c4d' },
          { address: 'aiven_pg.b', actions: ['forget'], before: pg('b') },
        ],
      }),
    }),
    ['p'],
  );
  expect(requests.map(({ address, change }) => [address, change?.kind])).toEqual([
    ['aiven_pg.a', 'no-op'],
    ['aiven_pg.a (deposed 1a2b3c4d)', 'delete'],
    ['aiven_pg.b', 'read'],
  ]);
});

test('a static address that the plan knows is told with the service that asks for it', () => {
  const ip = 'ip35970500000';
  const found = forkWith({
    resources: [
      { address: 'aiven_pg.fork', after: { ...pg('pg-fork', fork), static_ips: [ip] } },
      {
        address: 'aiven_static_ip.one',
        actions: ['no-op'],
        after: {
          project: 'demo',
          cloud_name: 'google-europe-west1',
          static_ip_address_id: ip,
          state: 'assigned',
          service_name: 'source-pg',
        },
      },
    ],
  });
  expect(found?.staticAddresses).toEqual([
    {
      address: 'aiven_static_ip.one',
      id: ip,
      project: 'demo',
      cloud: 'google-europe-west1',
      state: 'assigned',
      heldBy: 'source-pg',
    },
  ]);
});

describe("a synth output and the plan of it, with the vendor's resources", () => {
  const construct = (name: string, more = {}) => ({
    '//': { metadata: { path: 'acme/copy', uniqueId: 'copy' } },
    project: 'demo',
    service_name: name,
    plan: 'business-4',
    pg_user_config: [fork],
    ...more,
  });
  const synth = (copy: Readonly<Record<string, JsonValue>>, type = 'aiven_pg') => ({
    terraform: {},
    resource: { [type]: { copy } },
  });
  const instance = (address: string, name: string, type = 'pg') => ({
    address,
    after: { ...pg(name, fork), service_type: type },
  });
  const addressesOf = (files: Readonly<Record<string, JsonValue>>) =>
    readInputs(reader(files), Object.keys(files)).map(({ address }) => address);

  test.each([
    ['aiven_pg', 'aiven_pg.copy'],
    ['aiven_service', 'aiven_service.copy'],
  ])('show one service, at its construct: %s', (type, address) => {
    const stack = synth(construct('copy', type === 'aiven_service' ? { service_type: 'pg' } : {}), type);
    const plan = planJson({ resources: [instance(address, 'copy')] });
    expect(addressesOf({ stack, plan })).toEqual(['acme/copy']);
    expect(addressesOf({ plan, stack })).toEqual(['acme/copy']);
    const [one] = readInputs(reader({ stack, plan }), ['stack', 'plan']);
    expect(one).toMatchObject({ change: { kind: 'create' }, cloud: { known: true, value: 'google-europe-west1' } });
  });

  test('show the instances of a loop, which only the plan knows', () => {
    const stack = synth(construct('${each.value}', { for_each: '${var.names}' }));
    const plan = planJson({
      resources: [instance('aiven_pg.copy["a"]', 'copy-a'), instance('aiven_pg.copy["b"]', 'copy-b')],
    });
    expect(addressesOf({ stack, plan })).toEqual(['aiven_pg.copy["a"]', 'aiven_pg.copy["b"]']);
  });

  test('show two services where their names differ', () => {
    const plan = planJson({ resources: [instance('aiven_pg.copy', 'another')] });
    expect(addressesOf({ stack: synth(construct('copy')), plan })).toEqual(['acme/copy', 'aiven_pg.copy']);
  });

  test('name their sources by one address', () => {
    const source = {
      project: 'demo',
      service_name: 'source-pg',
      plan: 'business-4',
      '//': { metadata: { path: 'acme/source' } },
    };
    const copy = construct('copy', { pg_user_config: [{ service_to_fork_from: '${aiven_pg.source.service_name}' }] });
    const stack = { terraform: {}, resource: { aiven_pg: { source, copy } } };
    const referring = {
      ...instance('aiven_pg.copy', 'copy'),
      config: { pg_user_config: [{ service_to_fork_from: ref('aiven_pg.source.service_name') }] },
    };
    const plan = planJson({ resources: [{ address: 'aiven_pg.source', after: pg('source-pg') }, referring] });
    expect(readInputs(reader({ stack, plan }), ['stack', 'plan'])[1]).toMatchObject({
      address: 'acme/copy',
      source: { kind: 'declared', address: 'acme/source' },
      after: ['acme/source'],
    });
  });
});

test('the generic resource of old is read by its service_type, and is not judged without one that is known', () => {
  const old = (address: string, type: string) => ({
    address,
    after: { ...service('pg', 'old', { user_config: { pg_service_to_fork_from: 'source-pg' } }), service_type: type },
  });
  const plan = planJson({ resources: [old('aiven_service.old', 'pg'), old('aiven_service.odd', 'lakehouse')] });
  const { requests, inputs } = takeIn(reader({ plan }), ['plan']);
  expect(requests).toMatchObject([
    {
      address: 'aiven_service.old',
      serviceType: { value: 'pg' },
      userConfig: { pg_service_to_fork_from: { value: 'source-pg' } },
      source: { kind: 'literal' },
    },
  ]);
  expect(inputs).toMatchObject([{ judged: 1, others: 0, notJudged: [{ addresses: ['aiven_service.odd'] }] }]);
});

test.each<[what: string, odd: object, reason: string]>([
  ['a plan', { after: { ...pg('odd'), plan: ['business-4'] } }, 'of its plan, a text is expected, got ["business-4"]'],
  [
    'an address',
    { after: { ...pg('odd'), static_ips: [1] } },
    'of its static_ips, a list of texts is expected, got [1]',
  ],
])('a resource with %s of another kind is not judged, and the rest is', (_what, part, reason) => {
  const odd = { address: 'aiven_pg.odd', ...part };
  const plain = { address: 'aiven_pg.plain', after: pg('plain') };
  const { requests, inputs } = takeIn(reader({ plan: planJson({ resources: [odd, plain] }) }), ['plan']);
  expect(requests.map(({ address }) => address)).toEqual(['aiven_pg.plain']);
  expect(inputs).toMatchObject([{ judged: 1, others: 0, notJudged: [{ addresses: ['aiven_pg.odd'], reason }] }]);
});
