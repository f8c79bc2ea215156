import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCatalogue, type JsonObject } from '../../src/domain';
import { sourceFile, takeIn } from '../../src/intake';
import { reviewOf } from '../../src/rules';
import { ref, type ResourceSpec } from '../intake/plan-builder';
import { facts, judged, prod } from './judged-plan';

const copy = (name: string, source = 'orders-pg'): JsonObject =>
  prod('pg', name, { service_to_fork_from: source, recovery_target_time: '2026-11-25T12:00:00Z' });
const renamedTo = (name: string): ResourceSpec => ({
  address: 'aiven_pg.copy',
  actions: ['delete', 'create'],
  before: copy('copy-a'),
  after: copy(name),
  replacePaths: [['service_name']],
});

describe('a fork that is replaced under another name', () => {
  test('is judged as a new one, and the name of what is lost is the old one', () => {
    const { review, text, errors } = judged(renamedTo('copy-b'));
    expect(errors).toEqual(['lifecycle/destroyed-and-remade at aiven_pg.copy']);
    expect(review.undecided.map(({ ruleId }) => ruleId)).toEqual(['recovery/deleted-comes-back']);
    expect(text).toContain('loss     prod/copy-a   aiven_pg.copy\n');
    expect(text).toContain('It is destroyed with its data, and made again as prod/copy-b because of service_name.');
    expect(text).toContain('It destroys 1 live service: prod/copy-a.');
  });

  test('is told when another service has that name', () => {
    expect(judged(renamedTo('live-plain-pg')).errors).toContain('project/name-taken at aiven_pg.copy');
  });

  test('may have the name of one that the same plan renames', () => {
    const source: ResourceSpec = {
      address: 'aiven_pg.plain',
      actions: ['delete', 'create'],
      before: prod('pg', 'live-plain-pg'),
      after: prod('pg', 'copy-a'),
      replacePaths: [['service_name']],
    };
    expect(judged(renamedTo('live-plain-pg'), source).errors).not.toContain('project/name-taken at aiven_pg.copy');
  });
});

test('a fork whose source is replaced under another name is one of a service that the run makes', () => {
  const { review } = judged(
    {
      address: 'aiven_pg.source',
      actions: ['delete', 'create'],
      before: prod('pg', 'live-src-pg'),
      after: prod('pg', 'new-src-pg'),
      replacePaths: [['service_name']],
    },
    {
      address: 'aiven_pg.copy',
      actions: ['delete', 'create'],
      before: copy('copy-a', 'live-src-pg'),
      after: copy('copy-a', 'new-src-pg'),
      config: { pg_user_config: [{ service_to_fork_from: ref('aiven_pg.source.service_name') }] },
      replacePaths: [['pg_user_config', 0, 'service_to_fork_from']],
    },
  );
  expect(review.undecided).toEqual([]);
});

test.each([
  ['a fork by a plain service', copy('copy-a'), prod('pg', 'copy-b'), 'an empty service'],
  ['a plain service by a fork', prod('pg', 'copy-a'), copy('copy-b'), 'another fork'],
  ['a fork by a fork', copy('copy-a'), copy('copy-b'), 'another fork'],
])('what comes in place of %s is what the new block asks for', (_, before, after, next) => {
  const { text } = judged({
    address: 'aiven_pg.copy',
    actions: ['delete', 'create'],
    before,
    after,
    replacePaths: [['service_name']],
  });
  expect(text).toContain(`prod/copy-a with its data because of service_name, and makes ${next}.`);
});

describe('a service that two blocks of a plan have', () => {
  const before = prod('pg', 'live-plain-pg');
  const forgotten: ResourceSpec = { address: 'aiven_pg.old', actions: ['forget'], before };

  test.each([
    ['forgets at one and imports at the other', ['no-op'], { after: before, importing: { id: 'prod/live-plain-pg' } }],
    ['forgets at one and destroys at the other', ['delete'], {}],
  ])('is judged once when it %s', (_, actions, rest) => {
    const { text, review } = judged(forgotten, { address: 'aiven_pg.now', actions, before, ...rest });
    expect(review.inputs).toMatchObject([{ judged: 1, others: 0 }]);
    expect(text).toContain('(1 service judged)');
    expect(text).not.toContain('no longer declared');
  });
});

test('what is forgotten stays, and one that stays as it is is one', () => {
  const before = copy('copy-a');
  expect(judged({ address: 'aiven_pg.copy', actions: ['forget'], before }).text).toContain(
    'It stays, no longer declared; it runs on, and is paid for.',
  );
  expect(judged({ address: 'aiven_pg.copy', actions: ['no-op'], before, after: before }).text).toContain(
    'This plan makes, changes and destroys no service; 1 stays as it is.',
  );
});

test('the backup that a live fork was restored from is that of its lineage, whatever its settings say by now', () => {
  const os = (backup: string): JsonObject =>
    prod('opensearch', 'live-fork-os', { service_to_fork_from: 'live-src-os', recovery_basebackup_name: backup });
  const { text } = judged({
    address: 'aiven_opensearch.os',
    actions: ['update'],
    before: os(''),
    after: os('backup-20261126t184913490990z'),
  });
  expect(text).toContain('was restored from "backup-20261126t183650103850z"');
});

describe('what a plan keeps as a secret', () => {
  const secretly = (sensitive: JsonObject, config: JsonObject = {}): ResourceSpec => ({
    address: 'aiven_pg.copy',
    after: copy('copy-a'),
    sensitive,
    config,
  });
  const missingIn = (resource: ResourceSpec): readonly string[] => [
    ...new Set(judged(resource).review.undecided.flatMap(({ missing }) => missing)),
  ];

  test.each([
    [
      'the name of the source',
      { pg_user_config: [{ service_to_fork_from: true }] },
      'user_config.service_to_fork_from',
    ],
    ['the whole block', { pg_user_config: true }, 'user_config.service_to_fork_from'],
    ['the project', { project: true }, 'project of the source'],
    ['the plan', { plan: true }, 'plan'],
  ])('%s is missing for that reason', (_, sensitive, name) => {
    expect(missingIn(secretly(sensitive)).join('\n')).toMatch(
      new RegExp(`^${name} of aiven_pg\\.copy, which is sensitive$`, 'm'),
    );
    const { text } = judged(secretly(sensitive));
    expect(text).toMatch(/could not be made: \d+ for lack of values that are sensitive\. /);
  });

  test('a whole block without fork keys is no fork', () => {
    const { review } = judged({
      address: 'aiven_pg.plain',
      after: prod('pg', 'plain', { pg_version: '16' }),
      sensitive: { pg_user_config: true },
    });
    expect(review.services).toMatchObject([{ subject: { isFork: false } }]);
  });

  test('a time from a variable is no clock', () => {
    const written = { pg_user_config: [{ recovery_target_time: ref('var.at') }] };
    const { review } = judged(secretly({ pg_user_config: [{ recovery_target_time: true }] }, written));
    expect(review.findings.map(({ ruleId }) => ruleId)).not.toContain('recovery/target-time-changes-every-run');
  });
});

test('the rules of a live service are not open for one that a plan makes, whatever its name will be', () => {
  const unnamed = { ...prod('valkey', 'x'), service_name: null };
  const { review } = judged({
    address: 'aiven_valkey.cache',
    after: unnamed,
    unknown: { service_name: true },
    config: { service_name: ref('terraform_data.suffix.output') },
  });
  expect(review.undecided.filter(({ ruleId }) => ruleId.startsWith('lifecycle/'))).toEqual([]);
});

describe('a dynamic block whose number is not known', () => {
  const plan = readFileSync(join(__dirname, '../intake/real-plans/minimal/unknown-dynamic-block.json'), 'utf8');
  const written = `
# resource "aiven_pg" "whole_block_unknown" {
locals {
  text = <<-EOT
    resource "aiven_pg" "whole_block_unknown" {
  EOT
}
resource "aiven_pg" "whole_block_unknown" {
  service_name = "orders-\${var.x == "}" ? "{" : "b"}"
  dynamic "pg_user_config" {
    for_each = terraform_data.suffix.output == "a" ? [1] : []
    content { service_to_fork_from = "orders-pg" }
  }
}`;
  const servicesOf = (source: string | undefined) => {
    const blocks = source === undefined ? undefined : sourceFile(source, 'main.tf').blocks;
    const { requests } = takeIn(() => plan, ['plan.json'], blocks);
    return reviewOf(requests, { facts, catalogue: defaultCatalogue });
  };

  test('may be a fork for all that the plan tells, and for what its source tells', () => {
    expect(servicesOf(undefined).services).toMatchObject([{ subject: { isFork: true } }]);
    const review = servicesOf(written);
    expect(review.services).toMatchObject([
      { subject: { isFork: true, request: { declaredAt: { file: 'main.tf', line: 8 } } } },
    ]);
    expect(review.undecided.map(({ ruleId }) => ruleId)).toContain('source/not-found');
    expect(review.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  test('is seen in the JSON syntax too', () => {
    const dynamic = { pg_user_config: { for_each: '${var.forks}', content: {} } };
    const source = JSON.stringify({ resource: { aiven_pg: { whole_block_unknown: { dynamic } } } }, null, 2);
    expect(servicesOf(source).services).toMatchObject([
      { subject: { isFork: true, request: { declaredAt: { line: 4 } } } },
    ]);
  });

  test('of other settings is no fork', () => {
    expect(servicesOf(written.replace('"pg_user_config"', '"tag"')).services).toMatchObject([
      { subject: { isFork: false } },
    ]);
  });
});

test.each(['terraform_data.motd', 'null_resource.motd'])(
  '%s, which holds no service, is nothing to judge',
  (address) => {
    const { review, text } = judged({ address, after: { triggers: { motd: 'hello' } } });
    expect(text).toContain('This plan makes, changes and destroys no service');
    expect(review.inputs?.[0]?.notJudged).toEqual([]);
  },
);
