import { defaultCatalogue, type JsonObject, type JsonValue } from '../../src/domain';
import { takeIn } from '../../src/intake';
import { reviewOf } from '../../src/rules';

const pg = { project: 'prod', service_name: 'v', plan: 'startup-4', cloud_name: 'aws-eu-west-1' };
const path = { '//': { metadata: { path: 'acme/v', uniqueId: 'v' } } };

const takenIn = (v: JsonObject, more: JsonObject = {}) =>
  takeIn(() => JSON.stringify({ terraform: {}, resource: { aiven_pg: { v, ...more } } }), ['cdk.tf.json']);
const judged = (v: JsonObject, more: JsonObject = {}) => {
  const { requests, inputs } = takenIn(v, more);
  return { inputs, ...reviewOf(requests, { facts: undefined, catalogue: defaultCatalogue }) };
};
const namesIn = (v: JsonObject): readonly (string | undefined)[] =>
  takenIn(v).requests.map(({ serviceName }) => (serviceName.known ? serviceName.value : undefined));

test.each<[string, JsonObject, readonly string[]]>([
  ['a count', { count: 2, service_name: 'v-${count.index}' }, ['v-0', 'v-1']],
  ['a count in a text', { count: '2', service_name: '${count.index}v' }, ['0v', '1v']],
  ['a map', { for_each: { eu: 'a', us: 'b' }, service_name: 'v-${each.key}-${each.value}' }, ['v-eu-a', 'v-us-b']],
  ['a map of objects', { for_each: { eu: { n: 'x' } }, service_name: '${each.value.n}' }, ['x']],
  ['a quoted member', { for_each: { eu: { 'n.m': 'x' } }, service_name: '${each.value["n.m"]}' }, ['x']],
  ['a set', { for_each: '${toset(["a", "b", "a"])}', service_name: 'v-${each.key}' }, ['v-a', 'v-b']],
  ['a count of none', { count: 0 }, []],
  ['no loop', {}, ['v']],
  ['a count of null', { count: null }, ['v']],
  ['marks that are no expression', { count: 1, service_name: '$${count.index}' }, ['${count.index}']],
])('%s makes an instance each, with what tells it apart', (_, loop, names) => {
  expect(namesIn({ ...pg, ...loop })).toEqual(names);
});

test.each<[string, JsonValue]>([
  ['an expression', '${each.value.nothing}'],
  ['another function', '${upper(each.key)}'],
])('%s that is not followed stays unknown', (_, name) => {
  expect(namesIn({ ...pg, for_each: { eu: { n: 'x' } }, service_name: name })).toEqual([undefined]);
});

test('instances are addressed as a plan does, at the construct that wrote them, and accepted with it', () => {
  const accepted = { rule: 'project/duplicate-name', reason: 'tried on purpose', scope: 'acme/v' };
  const about = { '//': { ...path['//'], forkcast: { acknowledgements: [accepted] } } };
  expect(takenIn({ ...pg, ...about, count: 2 }).requests).toMatchObject([
    { address: 'acme/v[0]', resource: 'aiven_pg.v[0]', acknowledgements: [{ reason: 'tried on purpose' }] },
    { address: 'acme/v[1]', resource: 'aiven_pg.v[1]', acknowledgements: [{ reason: 'tried on purpose' }] },
  ]);
});

test('a constant name in a loop is found twice', () => {
  const { findings, inputs } = judged({ ...pg, count: 3 });
  expect(findings.map(({ ruleId, address }) => `${ruleId} at ${address}`)).toEqual(
    [0, 1, 2].map((index) => `project/duplicate-name at aiven_pg.v[${index}]`),
  );
  expect(findings[0]?.detail).toBe('prod/v is the name of 3 instances of aiven_pg.v.');
  expect(inputs).toMatchObject([{ judged: 3, others: 0, notJudged: [] }]);
});

test.each<[string, JsonObject]>([
  ['a count', { count: '${var.n}' }],
  ['a for_each', { for_each: '${var.regions}' }],
  ['a count of too many', { count: 5_000 }],
  ['a count that is none', { count: 1.5 }],
  ['a count below none', { count: -1 }],
])('%s that is not known leaves open whether the name is one', (_, loop) => {
  const { undecided, findings, inputs } = judged({ ...pg, ...loop });
  expect(findings).toEqual([]);
  expect(undecided).toContainEqual({
    ruleId: 'project/duplicate-name',
    severity: 'error',
    address: 'aiven_pg.v',
    missing: ['number of instances of aiven_pg.v'],
  });
  expect(inputs).toMatchObject([{ judged: 1, others: 0 }]);
});

test.each(['${var.on ? 1 : 0}', '${var.off ? 0 : 1}', '${(var.on ? 1 : 0)}'])('%s makes one at most', (count) => {
  const { undecided } = judged({ ...pg, count });
  expect(undecided.map(({ ruleId }) => ruleId)).not.toContain('project/duplicate-name');
});

test('a count of none is a resource that is no service', () => {
  expect(judged({ ...pg, count: 0 }).inputs).toMatchObject([{ judged: 0, others: 1, notJudged: [] }]);
});

test('a fork of one instance is one of that service, and made after the block', () => {
  const f = { ...pg, service_name: 'f', pg_user_config: { service_to_fork_from: '${aiven_pg.v[1].service_name}' } };
  const { requests } = takenIn({ ...pg, count: 2, service_name: 'v-${count.index}' }, { f });
  expect(requests.find(({ address }) => address === 'aiven_pg.f')).toMatchObject({
    userConfig: { service_to_fork_from: { known: true, value: 'v-1' } },
    source: { kind: 'declared', address: 'aiven_pg.v[1]' },
    after: ['aiven_pg.v[0]', 'aiven_pg.v[1]'],
  });
});

test("Forkcast's own resource is counted too", () => {
  const resource = { forkcast_service: { v: { ...pg, service_type: 'pg', count: 2, user_config: {} } } };
  const { requests } = takeIn(() => JSON.stringify({ terraform: {}, resource }), ['cdk.tf.json']);
  expect(requests.map(({ carried }) => carried?.address)).toEqual(['forkcast_service.v[0]', 'forkcast_service.v[1]']);
});
