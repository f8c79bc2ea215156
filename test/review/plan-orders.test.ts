import { isJsonList, isJsonObject, type JsonObject } from '../../src/domain';
import { planJson, type ResourceSpec } from '../intake/plan-builder';
import { assembleCard } from '../../src/review';
import { judged, judgedText, prod } from './judged-plan';

const [old, next] = [prod('pg', 'live-plain-pg'), prod('pg', 'fresh-pg')];
const change = (actions: readonly string[], more: Partial<ResourceSpec> = {}): ResourceSpec => ({
  address: 'aiven_pg.main',
  actions,
  ...(actions.join() === 'create' ? {} : { before: old }),
  ...(['delete', 'forget'].includes(actions.join()) ? {} : { after: actions.join() === 'update' ? old : next }),
  ...more,
});
const stays = '1 live service will stay, no longer declared: prod/live-plain-pg.';
const destroys = 'It destroys 1 live service: prod/live-plain-pg.';

describe('every order of actions that Terraform writes', () => {
  test.each([
    [['create'], 'ok: ', ['1 service will work.']],
    [['update'], 'ok: ', ['1 service will work.']],
    [['delete'], 'loss: ', [destroys]],
    [['forget'], 'nothing: ', [stays]],
    [['delete', 'create'], 'stop: ', ['Do not apply: 1 error in prod/live-plain-pg.', destroys]],
    [['create', 'delete'], 'stop: ', ['Do not apply: 1 error in prod/live-plain-pg.', destroys]],
    [['create', 'forget'], 'ok: ', ['1 service will work.', stays]],
    [['forget', 'create'], 'ok: ', ['1 service will work.', stays]],
  ])('%j says what becomes of the live service', (actions, verdict, sentences) => {
    const { text } = judged(change(actions));
    expect(text).toContain(`\n${verdict}`);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  test('two actions that nobody writes are refused by name', () => {
    expect(() => judged(change(['update', 'delete']))).toThrow('the actions ["update","delete"] are not known');
  });
});

describe('a service that is only forgotten keeps its name', () => {
  test.each([
    ['in its own place', [change(['create', 'forget'], { after: old })]],
    [
      'beside a block that makes it',
      [change(['forget']), { address: 'aiven_pg.other', after: old, actions: ['create'] }],
    ],
  ] as const)('%s', (_, resources) => {
    const { errors, text } = judged(...resources);
    expect(errors).toEqual([expect.stringMatching(/^project\/name-taken at aiven_pg\.(main|other)$/)]);
    expect(text).toContain('it lives on, and keeps its name');
    expect(text).toContain(stays);
  });

  test('and is taken over by an import', () => {
    const imported = { address: 'aiven_pg.other', actions: ['no-op'], before: old, after: old, importing: { id: 'x' } };
    const { errors, text } = judged(change(['forget']), imported);
    expect(errors).toEqual([]);
    expect(text).not.toContain(stays);
  });
});

test('a service that is made again in another project is lost where it is', () => {
  const { text } = judged(change(['delete', 'create'], { after: { ...old, project: 'staging' } }));
  expect(text).toContain(`Do not apply: 1 error in prod/live-plain-pg. ${destroys}`);
  expect(text).toContain('with its data, and makes an empty service.');
});

test.each([
  ['replace_because_tainted', 'with its data because it is tainted, and makes an empty service.'],
  ['replace_by_request', 'with its data because -replace asks for it, and makes an empty service.'],
  ['replace_by_triggers', 'with its data because its replace_triggered_by asks for it, and makes an empty service.'],
  [
    'replace_because_cannot_update',
    'with its data because its provider cannot change it in place, and makes an empty service.',
  ],
])('%s is told in words', (why, words) => {
  expect(judged(change(['delete', 'create'], { why })).text).toContain(words);
});

test.each(['kafka', 'kafka_connect', 'flink', 'thanos'])(
  'of a fork of type %s, which makes none, only that is said',
  (type) => {
    const after = prod(type, 'copy', { service_to_fork_from: type === 'kafka' ? 'events-kafka' : 'metrics-thanos' });
    const { review } = judged({ address: `aiven_${type}.copy`, after });
    expect(review.findings.map(({ ruleId }) => ruleId)).toEqual(['source/type-not-forkable']);
    expect(review.undecided).toEqual([]);
  },
);

test('a fork of a service whose type keeps no backups is told of the type alone', () => {
  const after = prod('pg', 'copy', {
    service_to_fork_from: 'events-kafka',
    recovery_target_time: '2026-11-25T12:00:00Z',
  });
  expect(judged({ address: 'aiven_pg.copy', after }).errors).toEqual(['source/type-mismatch at aiven_pg.copy']);
});

test('a key with a dot in a loop hides no resource of the vendor from its reader', () => {
  const { text } = judged(change(['delete', 'create'], { address: 'aiven_pg.main["eu.west"]' }));
  expect(text).not.toContain('on_fork_change');
});

test.each([
  ['postgresql', 'no service type "postgresql" is known (pg may be meant)'],
  ['caching', 'no service type "caching" is known (redis may be meant)'],
  ['lakehouse', 'no service type "lakehouse" is known'],
  [null, 'its service_type is not known yet'],
])('the generic resource of service_type %j is not judged, with what may be meant', (type, reason) => {
  const after = { ...next, service_type: type };
  const { review } = judged({
    address: 'aiven_service.x',
    after,
    ...(type === null ? { unknown: { service_type: true } } : {}),
  });
  expect(review.inputs.flatMap(({ notJudged }) => notJudged)).toEqual([
    { type: 'aiven_service', reason, addresses: ['aiven_service.x'] },
  ]);
});

describe('a service of the record that has ended', () => {
  const ended = prod('pg', 'zz-empty');

  test.each([
    [['delete'], 'nothing: ', '1 service ended before: prod/zz-empty.'],
    [['forget'], 'nothing: ', '1 service ended before: prod/zz-empty.'],
    [['no-op'], 'nothing: ', '1 service ended before: prod/zz-empty.'],
    [['delete', 'create'], 'ok: ', '1 service will work.'],
  ])('%j destroys nothing, and nothing stays', (actions, verdict, sentence) => {
    const isKept = actions.includes('create') || actions.includes('no-op');
    const spec: ResourceSpec = { address: 'aiven_pg.main', actions, before: ended };
    const { text } = judged(isKept ? { ...spec, after: ended } : spec);
    expect(text).toContain(`\n${verdict}`);
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/destroys 1 live|runs on|stays as it is/);
  });
});

describe('drift of a live service', () => {
  const driftOf = (before: JsonObject, after: JsonObject | null, type = 'aiven_pg') => {
    const actions = after === null ? ['delete'] : ['update'];
    const change = { address: `${type}.x`, mode: 'managed', type, name: 'x', change: { actions, before, after } };
    return judgedText(JSON.stringify({ ...planJson({ resources: [] }), resource_drift: [change] }));
  };
  const running = { ...old, state: 'RUNNING' };

  test.each([
    ['that was powered off', running, { ...old, state: 'POWEROFF' }, '1 service powered off outside Terraform'],
    [
      'that was powered off and changed',
      running,
      { ...old, state: 'POWEROFF', plan: 'startup-4' },
      '1 service powered off outside Terraform',
    ],
    ['that ended', running, null, '1 service ended outside Terraform'],
    ['that was powered on', { ...old, state: 'POWEROFF' }, running, '1 service changed outside Terraform'],
  ] as const)('%s', (_, before, after, sentence) => {
    expect(driftOf(before, after).text).toContain(`${sentence}: prod/live-plain-pg.`);
  });

  test('of Forkcast, too', () => {
    const own = { project: 'prod', service_name: 'live-plain-pg', service_type: 'pg', plan: 'startup-4' };
    const { text } = driftOf({ ...own, powered: true }, { ...own, powered: false }, 'forkcast_service');
    expect(text).toContain('1 service powered off outside Terraform: prod/live-plain-pg.');
  });

  test.each([
    ['lives', 'live-plain-pg', '1 service left alive, and let go of by the state: prod/live-plain-pg.'],
    ['never was there', 'never-pg', '1 service made in another registry than this one: prod/never-pg.'],
    ['has ended', 'zz-empty', '1 service ended outside Terraform: prod/zz-empty.'],
  ])('of Forkcast that was not found, and %s', (_, service_name, sentence) => {
    const own = { project: 'prod', service_name, service_type: 'pg', plan: 'startup-4' };
    expect(driftOf(own, null, 'forkcast_service').text).toContain(sentence);
  });

  test('of Forkcast that was not found is not called an end where no facts tell', () => {
    const own = { project: 'prod', service_name: 'gone-pg', service_type: 'pg', plan: 'startup-4' };
    const { review } = driftOf(own, null, 'forkcast_service');
    const { verdict } = assembleCard({ ...review, facts: undefined });
    expect(verdict.sentence).toContain('1 service not found, or let go of by the state: prod/gone-pg.');
  });

  test('a state on its way is none', () => {
    expect(driftOf(running, { ...old, state: 'REBALANCING' }).review.inputs).toMatchObject([{ drift: [] }]);
  });
});

test('what Terraform puts off is named once, in words of its own', () => {
  const spec: ResourceSpec = { address: 'aiven_pg.later["a"]', after: next };
  const plan = planJson({ resources: [spec] });
  const [change] = isJsonList(plan['resource_changes']) ? plan['resource_changes'] : [];
  const deferred = isJsonObject(change) ? { ...change, address: 'aiven_pg.later[*]' } : null;
  const { text, review } = judgedText(
    JSON.stringify({
      ...plan,
      resource_changes: [],
      complete: false,
      deferred_changes: [{ reason: 'instance_count_unknown', resource_change: deferred }],
    }),
  );
  expect(review.inputs).toMatchObject([{ extent: 'deferred', leftOut: [] }]);
  expect(text).toContain(
    'Terraform puts a part of the configuration off to a later plan. 1 resource could not be judged',
  );
  expect(text).not.toContain('-target');
});

describe('one live service under two addresses of a plan', () => {
  const gone: ResourceSpec = { address: 'aiven_pg.main', actions: ['delete'], before: old, deposed: 'abc123' };

  test('is not kept by the one where the other destroys it', () => {
    const { errors, text } = judged(gone, { address: 'aiven_pg.main', actions: ['no-op'], before: old, after: old });
    expect(errors).toEqual(['lifecycle/destroyed-and-created at aiven_pg.main']);
    expect(text).toContain('at aiven_pg.main (deposed abc123), while aiven_pg.main stands for the same live service');
  });

  test('does not stay where it is only forgotten under the other', () => {
    const { text } = judged(gone, { address: 'aiven_pg.other', actions: ['forget'], before: old });
    expect(text).toContain(destroys);
    expect(text).not.toContain('will stay');
  });

  test('that are two services are counted by what becomes of each', () => {
    const { text } = judged(change(['forget']), {
      address: 'aiven_pg.b',
      actions: ['no-op'],
      before: next,
      after: next,
    });
    expect(text).toContain(`destroys no service; 1 stays as it is. ${stays}`);
  });
});
