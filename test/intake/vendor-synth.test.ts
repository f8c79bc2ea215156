import { defaultCatalogue, type JsonObject } from '../../src/domain';
import { aProject, aService, someFacts } from '../../src/domain/testing';
import { takeInStack, takeIn } from '../../src/intake';
import { reviewOf } from '../../src/rules';

const source = { project: 'prod', service_name: 'orders', plan: 'business-4', cloud_name: 'google-europe-west1' };
const forkOf = (settings: JsonObject, more: JsonObject = {}): JsonObject => ({
  '//': { metadata: { path: 'acme/copy', uniqueId: 'copy' } },
  project: 'prod',
  service_name: 'orders-copy',
  plan: 'startup-4',
  pg_user_config: settings,
  ...more,
});
const stackOf = (resource: JsonObject): string => JSON.stringify({ terraform: {}, resource });
const requestIn = (resource: JsonObject, address: string) =>
  takeInStack(stackOf(resource), 'cdk.tf.json').requests.find((request) => request.address === address);

test("a fork of the vendor's provider is read as in a plan, its expressions as unknown", () => {
  const copy = forkOf(
    { service_to_fork_from: 'orders', recovery_target_time: '${var.at}', pg_version: '16' },
    { cloud_name: '${var.cloud}', tag: [{ key: 'team', value: 'shop' }], disk_space: '90GiB' },
  );
  expect(requestIn({ aiven_pg: { copy } }, 'acme/copy')).toMatchObject({
    project: { known: true, value: 'prod' },
    serviceType: { known: true, value: 'pg' },
    plan: { known: true, value: 'startup-4' },
    cloud: { known: false },
    diskSpaceMb: { known: true, value: 92_160 },
    tags: { known: true, value: { team: 'shop' } },
    userConfig: {
      service_to_fork_from: { known: true, value: 'orders' },
      recovery_target_time: { known: false },
      pg_version: { known: true, value: '16' },
    },
    source: { kind: 'literal' },
  });
});

test.each([
  [
    'thanos',
    {
      query_frontend: [{ query_range_align_range_with_step: true }],
      receiver_routing: {},
      query: [{ query_timeout: '1m' }],
    },
    {
      'query-frontend': { 'query-range.align-range-with-step': true },
      'receiver-routing': {},
      query: { 'query.timeout': '1m' },
    },
  ],
  [
    'pg',
    { pg: [{ pg_stat_statements__dot__track: 'all', jit: true }] },
    { pg: { 'pg_stat_statements.track': 'all', jit: true } },
  ],
  [
    'opensearch',
    { opensearch: [{ segrep: [{ pressure_enabled: true }], cluster_remote_store: [{ translog_max_readers: 100 }] }] },
    { opensearch: { segrep: { 'pressure.enabled': true }, 'cluster.remote_store': { 'translog.max_readers': 100 } } },
  ],
])("settings of %s are read in the API's spelling of their names", (type, written, read) => {
  const copy = forkOf({}, { [`${type}_user_config`]: [written] });
  const { userConfig } = requestIn({ [`aiven_${type}`]: { copy } }, 'acme/copy') ?? {};
  expect(userConfig).toEqual(
    Object.fromEntries(Object.entries(read).map(([name, value]) => [name, { known: true, value }])),
  );
});

test.each(['service_to_fork_from', 'pg_service_to_fork_from'])(
  'a source by reference in %s is the declared one',
  (key) => {
    const copy = forkOf({ [key]: '${aiven_pg.source.service_name}' });
    expect(requestIn({ aiven_pg: { source, copy } }, 'acme/copy')).toMatchObject({
      userConfig: { [key]: { known: true, value: 'orders' } },
      source: { kind: 'declared', address: 'aiven_pg.source' },
      waitsForSource: true,
      after: ['aiven_pg.source'],
    });
  },
);

test('the generic resource of old is read by its service_type, with the block of that type', () => {
  const old = forkOf({ pg_service_to_fork_from: 'orders' }, { service_type: 'pg' });
  expect(requestIn({ aiven_service: { old } }, 'acme/copy')).toMatchObject({
    serviceType: { known: true, value: 'pg' },
    userConfig: { pg_service_to_fork_from: { known: true, value: 'orders' } },
  });
});

test('a dynamic block and a clock are unknown, and the clock is told', () => {
  const dynamic = { pg_user_config: { for_each: '${var.forks}', content: { service_to_fork_from: '${each.key}' } } };
  expect(
    requestIn({ aiven_pg: { copy: { ...source, service_name: 'orders-copy', dynamic } } }, 'aiven_pg.copy')?.userConfig,
  ).toMatchObject({
    service_to_fork_from: { known: false },
  });
  const clock = forkOf({ service_to_fork_from: 'orders', recovery_target_time: '${timeadd(timestamp(), "-1h")}' });
  expect(requestIn({ aiven_pg: { copy: clock } }, 'acme/copy')?.volatile).toEqual(['user_config.recovery_target_time']);
});

test('integrations in a dynamic block are not judged: their types are unknown', () => {
  const copy = forkOf(
    { service_to_fork_from: 'orders' },
    { dynamic: { service_integrations: { for_each: '${var.all}', content: { integration_type: '${each.key}' } } } },
  );
  const { requests } = takeInStack(stackOf({ aiven_pg: { source, copy } }), 'cdk.tf.json');
  expect(requests.find(({ address }) => address === 'acme/copy')?.integrations).toMatchObject([
    { type: { known: false }, sourceService: { known: false } },
  ]);
  expect(reviewOf(requests, { facts: undefined, catalogue: defaultCatalogue }).undecided).toContainEqual(
    expect.objectContaining({ ruleId: 'source/replica-and-fork', missing: ['integration types of acme/copy'] }),
  );
});

test('a name and a project that a data source is asked for are read where they stand', () => {
  const copy = forkOf({
    service_to_fork_from: '${data.aiven_pg.live.service_name}',
    project_to_fork_from: '${data.aiven_pg.live.project}',
  });
  const text = JSON.stringify({
    terraform: {},
    data: { aiven_pg: { live: { service_name: 'orders', project: 'prod' } } },
    resource: { aiven_pg: { copy } },
  });
  expect(takeInStack(text, 'cdk.tf.json').requests[0]?.userConfig).toMatchObject({
    service_to_fork_from: { known: true, value: 'orders' },
    project_to_fork_from: { known: true, value: 'prod' },
  });
});

test('an integration that is a resource of its own belongs to both of its services, by project and name', () => {
  const metrics = { ...source, service_name: 'metrics' };
  const integration = (project: string): JsonObject => ({
    project,
    integration_type: 'metrics',
    source_service_name: '${aiven_pg.source.service_name}',
    destination_service_name: 'metrics',
  });
  const integrationsIn = (project: string) =>
    requestIn(
      {
        aiven_pg: { source },
        aiven_thanos: { metrics },
        aiven_service_integration: { link: integration(project) },
      },
      'aiven_thanos.metrics',
    )?.integrations.length;
  expect([integrationsIn('prod'), integrationsIn('dev')]).toEqual([1, 0]);
});

test('everything is accounted for: services, others, and what nothing here can read', () => {
  const text = stackOf({
    aiven_pg: { source },
    aiven_pg_user: { one: { service_name: 'orders', username: 'one' } },
    aiven_casandra: { two: { ...source, service_name: 'two' } },
  });
  expect(takeIn(() => text, ['cdk.tf.json']).inputs).toEqual([
    {
      path: 'cdk.tf.json',
      kind: 'synth-output',
      extent: 'whole',
      judged: 1,
      others: 1,
      notJudged: [
        { type: 'aiven_casandra', addresses: ['aiven_casandra.two'], reason: 'no such service type is known' },
      ],
      leftOut: [],
      drift: [],
    },
  ]);
});

test('a misspelt key is found where no provider has read it, and a key of a newer schema is none', () => {
  const rulesOf = (settings: JsonObject, address: string): readonly string[] => {
    const { project, service_name: name, plan, pg_user_config: block } = forkOf(settings);
    const bare: JsonObject = {
      project: project ?? '',
      service_name: name ?? '',
      plan: plan ?? '',
      pg_user_config: block ?? {},
    };
    const copy = address === 'acme/copy' ? forkOf(settings) : bare;
    const { requests } = takeIn(() => stackOf({ aiven_pg: { copy } }), ['cdk.tf.json']);
    expect(requests).toMatchObject([{ address }]);
    return reviewOf(requests, { facts: undefined, catalogue: defaultCatalogue }).findings.map(({ ruleId }) => ruleId);
  };
  for (const address of ['aiven_pg.copy', 'acme/copy']) {
    expect(rulesOf({ service_to_fork_form: 'orders' }, address)).toContain('naming/unknown-setting');
    expect(rulesOf({ quantum_mode: true }, address)).not.toContain('naming/unknown-setting');
  }
});

const findingsOf = (settings: JsonObject, more: JsonObject = {}): readonly string[] => {
  const { requests } = takeIn(() => stackOf({ aiven_pg: { copy: forkOf(settings, more) } }), ['cdk.tf.json']);
  const { findings } = reviewOf(requests, { facts: undefined, catalogue: defaultCatalogue });
  return findings.map(({ ruleId, attribute }) => `${ruleId} of ${attribute}`);
};

test.each<[string, JsonObject]>([
  ['a block', { mysql_user_config: { service_to_fork_from: 'orders' } }],
  ['a list of one', { mysql_user_config: [{ service_to_fork_from: 'orders' }] }],
  ['a dynamic block', { dynamic: { mysql_user_config: { for_each: '${var.forks}', content: {} } } }],
])('settings of another type in %s are found: Terraform knows no such block', (_, more) => {
  expect(findingsOf({}, more)).toContain('naming/unknown-setting of mysql_user_config');
});

test('an empty block of another type is none', () => {
  expect(findingsOf({}, { mysql_user_config: [] })).not.toContain('naming/unknown-setting of mysql_user_config');
});

test.each<[string, JsonObject, readonly string[]]>([
  ['an hour that no day has', { backup_hour: 24 }, ['naming/invalid-setting of user_config.backup_hour']],
  ['a word for a number', { backup_hour: 'three' }, ['naming/invalid-setting of user_config.backup_hour']],
  ['a number in quotes, which Terraform converts', { backup_hour: '3' }, []],
  ['a version that may be newer', { pg_version: '99' }, []],
  ['an expression', { backup_hour: '${var.hour}' }, []],
])('%s is judged as the resource of the vendor takes it', (_, settings, expected) => {
  expect(findingsOf(settings).filter((text) => text.startsWith('naming/'))).toEqual(expected);
});

test.each<[what: string, field: JsonObject, reason: string]>([
  ['plan', { plan: ['business-4'] }, 'of its plan, a text is expected, got ["business-4"]'],
  ['block', { pg_user_config: 'orders' }, 'of its user_config, an object is expected, got a string'],
  ['disk', { disk_space: 'lots' }, 'of its disk_space_mb, a number is expected, got "lots"'],
  ['tags', { tag: 'team=shop' }, 'of its tags, an object of texts is expected, got "team=shop"'],
  [
    'integrations',
    { service_integrations: 'rr' },
    'of its service_integrations, a list of objects is expected, got "rr"',
  ],
])('a %s that is of another kind is not judged, and the rest is', (_what, field, reason) => {
  const resource = { aiven_pg: { odd: forkOf({}, { service_name: 'odd', ...field }), copy: forkOf({}) } };
  const { requests, inputs } = takeInStack(stackOf(resource), 'cdk.tf.json');
  expect(requests.map(({ resource: address }) => address)).toEqual(['aiven_pg.copy']);
  expect(inputs).toMatchObject([
    { judged: 1, others: 0, notJudged: [{ type: 'aiven_pg', addresses: ['aiven_pg.odd'], reason }] },
  ]);
});

test('a fork of one that is not judged is undecided about its source', () => {
  const odd = { ...source, service_name: 'odd', plan: ['business-4'] };
  const copy = forkOf({ service_to_fork_from: '${aiven_pg.odd.service_name}' });
  const { requests } = takeInStack(stackOf({ aiven_pg: { odd, copy } }), 'cdk.tf.json');
  const facts = someFacts({ projects: [aProject({ name: 'prod' })], services: [aService({ project: 'prod' })] });
  const { findings, undecided } = reviewOf(requests, { facts, catalogue: defaultCatalogue });
  expect(findings.map(({ ruleId }) => ruleId)).not.toContain('source/not-found');
  expect(undecided.map(({ ruleId }) => ruleId)).toContain('source/not-found');
});

test('one block in JSON is a list of one', () => {
  const copy = forkOf(
    { service_to_fork_from: 'orders' },
    {
      tag: { key: 'team', value: 'shop' },
      service_integrations: { integration_type: 'read_replica', source_service_name: 'orders' },
      disk_space: '90GB',
    },
  );
  expect(requestIn({ aiven_pg: { copy } }, 'acme/copy')).toMatchObject({
    tags: { value: { team: 'shop' } },
    integrations: [{ type: { value: 'read_replica' }, sourceService: { value: 'orders' } }],
    diskSpaceMb: { value: 92_160 },
  });
});

describe("a reseller's services in a stack", () => {
  const exoscale = (name: string, settings: JsonObject, more: JsonObject = {}): JsonObject => ({
    '//': { metadata: { path: `acme/${name}`, uniqueId: name } },
    ...{ name, type: 'opensearch', plan: 'hobbyist-2', zone: 'ch-gva-2', opensearch: settings, ...more },
  });

  test.each(['exoscale_dbaas', 'exoscale_database'])('%s is read as in a plan, its source where it stands', (type) => {
    const resource = {
      [type]: {
        logs: exoscale('logs', { version: '2' }),
        copy: exoscale('copy', { fork_from_service: `\${${type}.logs.name}`, version: '1', settings: '${var.more}' }),
      },
    };
    expect(requestIn(resource, 'acme/copy')).toMatchObject({
      ...{ project: { known: false }, plan: { known: false }, cloud: { known: false } },
      serviceName: { known: true, value: 'copy' },
      serviceType: { known: true, value: 'opensearch' },
      userConfig: {
        service_to_fork_from: { value: 'logs' },
        opensearch_version: { value: '1' },
        opensearch: { known: false },
      },
      source: { kind: 'declared', address: 'acme/logs' },
      after: ['acme/logs'],
    });
    const { requests, inputs } = takeIn(() => stackOf(resource), ['cdk.tf.json']);
    expect(inputs).toMatchObject([{ judged: 2, others: 0, notJudged: [] }]);
    const { findings } = reviewOf(requests, { facts: undefined, catalogue: defaultCatalogue });
    expect(findings.map(({ ruleId, address }) => `${ruleId} at ${address}`)).toEqual([
      'sizing/version-older-than-source at acme/copy',
    ]);
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ['a fork of itself', { fork_from_service: 'copy' }, {}, 'project/self-fork'],
    ['a backup without its source', { recovery_backup_name: 'b' }, {}, 'recovery/backup-name-without-source'],
    [
      'a time that is none',
      {},
      { type: 'pg', pg: { recovery_backup_time: 'yesterday' } },
      'recovery/target-time-invalid',
    ],
  ])('%s is found', (_, settings, more, rule) => {
    const { requests } = takeIn(
      () => stackOf({ exoscale_dbaas: { copy: exoscale('copy', settings, more) } }),
      ['cdk.tf.json'],
    );
    const { findings } = reviewOf(requests, { facts: undefined, catalogue: defaultCatalogue });
    expect(findings.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  test('one whose type is decided at apply, or is none, is named as not judged', () => {
    const resource = {
      exoscale_dbaas: {
        later: exoscale('later', {}, { type: '${var.type}' }),
        odd: exoscale('odd', {}, { type: 'oracle' }),
      },
    };
    expect(takeInStack(stackOf(resource), 'cdk.tf.json').inputs).toMatchObject([
      { judged: 1, notJudged: [{ type: 'exoscale_dbaas', addresses: ['exoscale_dbaas.later'] }] },
    ]);
  });
});

test.each<[string, JsonObject, number | undefined]>([
  ['nothing', {}, undefined],
  ['a default of the timeouts', { timeouts: { default: '45m' } }, 45 * 60_000],
  ['both', { timeouts: { default: '45m', create: '1h' } }, 60 * 60_000],
])("the provider's own defaults hold where %s is written", (_, more, timeoutMs) => {
  const { terminationProtection, createTimeoutMs } =
    requestIn({ aiven_pg: { copy: forkOf({}, more) } }, 'acme/copy') ?? {};
  expect([terminationProtection, createTimeoutMs]).toEqual([
    { known: true, value: false },
    { known: true, value: timeoutMs },
  ]);
});
