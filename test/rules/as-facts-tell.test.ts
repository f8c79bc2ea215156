import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCatalogue, providerOwnerId, type Facts, type Ownership } from '../../src/domain';
import { aChange, aFork, aService, aTerminatedService, someFacts } from '../../src/domain/testing';
import { takeIn } from '../../src/intake';
import { assembleCard, renderers } from '../../src/review';
import { reviewOf } from '../../src/rules';
import { planJson } from '../intake/plan-builder';

const folder = join(__dirname, '../intake/carrier-plans');
/** The id that the identity has in the kept plans. */
const recorded = 'a3770554-591b-4920-a641-2a8a65525339';
const label = { stack: 'reh', path: 'reh/fork', workspace: 'default' };
const since = { since: 0, by: null };
const heldBy = (id: string): Ownership => ({ state: 'held', owner: { id, label }, ...since });

const factsOf = (ownership: Ownership | undefined, maker?: string) => {
  const origin =
    maker === undefined ? null : { path: label.path, stack: maker, fingerprint: 'f', latestTransaction: false };
  const held = ownership === undefined ? {} : { ownership };
  return someFacts({ services: [aService({ service: 'pg-fork', origin, ...held })] });
};

const cardOf = (plan: string, facts: Facts) => {
  const { requests, inputs } = takeIn((path) => readFileSync(path, 'utf8'), [join(folder, `${plan}.json`)]);
  return assembleCard({ ...reviewOf(requests, { facts, catalogue: defaultCatalogue }), inputs });
};

const said = (plan: string, ownership: Ownership | undefined) => {
  const card = cardOf(plan, factsOf(ownership));
  const verdict = card.verdict.sentence.replace(/ \([^)]*\)$/, '');
  return { text: renderers.text(card, { columns: 200 }), verdict };
};

const judged = (plan: string, ownership: Ownership | undefined, maker?: string) => {
  const found = cardOf(plan, factsOf(ownership, maker)).services.find(({ address }) => address === 'reh/fork');
  const errors = found?.findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
  return {
    kind: found?.change.kind,
    sentence: found?.change.sentence,
    isTaken: errors?.includes('project/name-taken'),
  };
};

describe('a plan of what its record calls its own, and another holds', () => {
  test.each([
    ['run-tainted', 'create', true],
    ['plan-changed', 'create', true],
    ['replaced', 'create', true],
    ['destroyed', 'forget', false],
    ['unchanged', 'forget', false],
  ])('%s', (plan, kind, isTaken) => {
    expect(judged(plan, heldBy('another-id-of-8'))).toMatchObject({ kind, isTaken });
    expect(judged(plan, { state: 'released', ...since })).toMatchObject({ kind });
    expect(judged(plan, { state: 'never' })).toMatchObject({ kind });
  });

  test('its end is no loss, and nobody is told to terminate it', () => {
    const { text, verdict } = said('destroyed', heldBy('another-id-of-8'));
    expect(verdict).toBe(
      "This plan makes, changes and destroys no service. 1 service left as another's: demo/pg-fork.",
    );
    expect(text).toContain('left     demo/pg-fork');
    expect(text).not.toContain('terminate');
  });

  test('its end says whose it is', () => {
    expect(judged('destroyed', heldBy('another-id-of-8')).sentence).toBe(
      'demo/pg-fork stays as it is: it is held by reh/fork of stack reh, workspace default. ' +
        'What this state has of it is no longer its own.',
    );
    expect(judged('destroyed', { state: 'released', ...since }).sentence).toBe(
      'demo/pg-fork stays as it is: it was released. What this state has of it is no longer its own.',
    );
  });
});

test.each<[string, Ownership | undefined, string | undefined]>([
  ['its own id', heldBy(recorded), undefined],
  ['nobody ever, and made by its stack', { state: 'never' }, 'reh'],
  ['nobody knows who', undefined, undefined],
])('held by %s: the record is right', (_, ownership, maker) => {
  const kinds = ['run-tainted', 'plan-changed', 'replaced', 'destroyed', 'unchanged'].map(
    (plan) => judged(plan, ownership, maker).kind,
  );
  expect(kinds).toEqual(['update', 'update', 'replace', 'delete', 'no-op']);
});

test.each([
  ['plan-changed', 'create'],
  ['replaced', 'create'],
  ['destroyed', 'gone'],
  ['unchanged', 'gone'],
])('of one that has ended outside: %s is %s, and says when', (plan, kind) => {
  const ended = someFacts({ terminated: [aTerminatedService({ service: 'pg-fork' })] });
  const card = cardOf(plan, ended);
  const found = card.services.find(({ address }) => address === 'reh/fork');
  const again = kind === 'create' ? ', and this plan makes it again' : '';
  expect(found?.change).toMatchObject({
    kind,
    sentence: expect.stringMatching(`^demo/pg-fork ended at \\S+Z: nothing of it is left${again}\\.$`),
  });
  expect(card.verdict.sentence).toMatch(/1 service ended before/);
});

test('a record that had an owner, and a service that never had one: another one, and an unchanged plan passes', () => {
  const prior = { project: 'demo', service: 'pg-fork' };
  const request = aFork({
    recorded: true,
    change: aChange('no-op', { prior, holder: providerOwnerId('1') }),
  });
  const facts = someFacts({ services: [aService(), aService({ service: 'pg-fork', ownership: { state: 'never' } })] });
  const review = reviewOf([request], { facts, catalogue: defaultCatalogue });
  expect(review.findings).toEqual([]);
  expect(assembleCard(review).services[0]?.change).toMatchObject({ kind: 'forget', anothers: true });
});

test('what the plan has not found and makes again is told with its end, and warned of', () => {
  const fields = { project: 'demo', service_name: 'pg-fork', service_type: 'pg', plan: 'business-4' };
  const plan = {
    ...planJson({ resources: [{ address: 'forkcast_service.a', after: fields }] }),
    resource_drift: [
      {
        address: 'forkcast_service.a',
        mode: 'managed',
        type: 'forkcast_service',
        name: 'a',
        provider_name: 'terraform.local/forkcast/forkcast',
        change: { actions: ['delete'], before: { ...fields, owner: providerOwnerId('1') }, after: null },
      },
    ],
  };
  const { requests, inputs } = takeIn(() => JSON.stringify(plan), ['plan.json']);
  const facts = someFacts({ terminated: [aTerminatedService({ service: 'pg-fork' })] });
  const review = { ...reviewOf(requests, { facts, catalogue: defaultCatalogue }), inputs };
  const card = assembleCard(review);
  expect(card.services[0]?.change).toMatchObject({
    kind: 'create',
    sentence: expect.stringMatching('and this plan makes it again.$'),
  });
  expect(review.findings).toContainEqual(
    expect.objectContaining({ ruleId: 'lifecycle/ended-elsewhere', severity: 'warning' }),
  );
  expect(card.verdict.sentence).toMatch(/1 service ended outside Terraform: demo\/pg-fork/);
});
