import type { JsonObject } from '../../src/domain';
import { defaultCatalogue } from '../../src/domain';
import { aService, someFacts } from '../../src/domain/testing';
import { takeIn } from '../../src/intake';
import { sourceFile } from '../../src/intake/source/source-blocks';
import { reviewOf, type Review } from '../../src/rules';
import { planJson, ref, service, type ResourceSpec } from './plan-builder';

const facts = someFacts({ services: [aService()] });

const reviewed = (resources: readonly ResourceSpec[], source?: string): Review =>
  reviewOf(
    takeIn(
      () => JSON.stringify(planJson({ resources })),
      ['plan.json'],
      source === undefined ? undefined : sourceFile(source, 'main.tf').blocks,
    ).requests,
    { facts, catalogue: defaultCatalogue },
  );

const found = (review: Review): readonly string[] => review.findings.map(({ ruleId }) => ruleId);

const fork = (settings: JsonObject = {}, options: JsonObject = {}): ResourceSpec => ({
  address: 'aiven_pg.copy',
  after: service('pg', 'copy', {
    user_config: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z', ...settings },
    ...options,
  }),
});

describe('a block of settings that a plan does not show', () => {
  const fields = Object.fromEntries(
    Object.entries(service('pg', 'copy')).filter(([name]) => name !== 'pg_user_config'),
  );
  const hidden: ResourceSpec = { address: 'aiven_pg.copy', after: fields, unknown: { pg_user_config: true } };
  const missing = (source?: string) => reviewed([hidden], source).undecided.flatMap((one) => one.missing);
  const block = (body: string) => `resource "aiven_pg" "copy" {\n${body}\n}`;

  test('may hold a fork: that is open until the source is seen', () => {
    expect(missing()).toContain('user_config.service_to_fork_from of aiven_pg.copy, which a plan does not show');
    expect(missing(block('plan = "business-4"'))).toEqual([]);
    expect(missing(block('dynamic "pg_user_config" {\n for_each = var.forks\n content {}\n}'))).toContain(
      'user_config.service_to_fork_from of aiven_pg.copy',
    );
  });

  test('stays open where the source at hand is of other blocks, or only calls its module', () => {
    expect(missing('resource "aiven_pg" "other" {\n}')).not.toEqual([]);
    const [inModule] = [{ ...hidden, address: 'module.eu.aiven_pg.copy' }];
    expect(reviewed([inModule], 'module "eu" {\n source = "elsewhere/eu"\n}').undecided).not.toEqual([]);
  });

  test('may hold what decides how the service comes back', () => {
    const { requests } = takeIn(() => JSON.stringify(planJson({ resources: [hidden] })), ['plan.json'], undefined);
    const policies = [{ name: 'tier 1', survives: ['region' as const], window: '20d' }];
    const { findings, undecided } = reviewOf(requests, { facts, catalogue: defaultCatalogue, terms: { policies } });
    const open = undecided.flatMap(({ missing: names }) => names);
    for (const key of ['additional_backup_regions', 'backup_retention_days'])
      expect(open).toContainEqual(expect.stringContaining(`user_config.${key} of aiven_pg.copy`));
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain('sizing/window-too-short');
  });

  test('of a type that is never forked holds no fork', () => {
    const kafka = { ...fields, service_type: 'kafka' };
    const review = reviewed([{ address: 'aiven_kafka.k', after: kafka, unknown: { kafka_user_config: true } }]);
    expect(found(review)).not.toContain('source/type-not-forkable');
  });

  test('is none where nothing of it is unknown', () => {
    const { undecided } = reviewed([{ address: 'aiven_pg.copy', after: service('pg', 'copy') }]);
    expect(undecided).toEqual([]);
  });
});

describe('a project that the plan destroys', () => {
  const project = (actions: readonly string[], type = 'aiven_project', key = 'project'): ResourceSpec => ({
    address: `${type}.old`,
    actions,
    before: { [key]: 'demo' },
    ...(actions.includes('create') ? { after: { [key]: 'demo' } } : {}),
  });
  const rule = 'project/destroyed-in-same-run';

  test('takes with it what is made there', () => {
    expect(found(reviewed([project(['delete']), fork()]))).toContain(rule);
    expect(found(reviewed([project(['delete', 'create']), fork()]))).toContain(rule);
    expect(found(reviewed([project(['delete'], 'aiven_organization_project', 'project_id'), fork()]))).toContain(rule);
  });

  test('is no other project, and none that is only forgotten', () => {
    expect(found(reviewed([{ ...project(['delete']), before: { project: 'old' } }, fork()]))).not.toContain(rule);
    expect(found(reviewed([project(['forget']), fork()]))).not.toContain(rule);
  });
});

describe('a password in the clear', () => {
  const marked = { sensitive: { pg_user_config: [{ admin_password: true }] } };

  test.each([
    ['pw-7xQ', true],
    ['', false],
    ['long-enough', false],
  ])('%j', (password, isRefused) => {
    const review = reviewed([{ ...fork({ admin_password: password }), ...marked }]);
    expect(found(review).includes('naming/invalid-setting')).toBe(isRefused);
    if (password !== '') expect(JSON.stringify([review.findings, review.services])).not.toContain(password);
  });

  test('that is known only after apply has no length', () => {
    const { after, ...rest } = fork();
    const later = { ...rest, after: after ?? {}, unknown: { pg_user_config: [{ admin_password: true }] } };
    const config = { pg_user_config: [{ admin_password: ref('var.password') }] };
    expect(found(reviewed([{ ...later, config }]))).not.toContain('naming/invalid-setting');
  });
});

test('an empty version is undecided: older releases leave it out, newer ones send it to be refused', () => {
  const review = reviewed([fork({ pg_version: '' })]);
  expect(found(review)).not.toContain('naming/invalid-setting');
  expect(review.undecided.map(({ ruleId }) => ruleId)).toContain('naming/invalid-setting');
});
