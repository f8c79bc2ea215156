import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCatalogue, type Ownership } from '../../src/domain';
import { aService, someFacts } from '../../src/domain/testing';
import { takeIn } from '../../src/intake';
import { assembleCard, renderers } from '../../src/review';
import { reviewOf } from '../../src/rules';

const folder = join(__dirname, '../intake/carrier-plans');
/** The id that the identity has in the kept plans. */
const recorded = 'a3770554-591b-4920-a641-2a8a65525339';
const label = { stack: 'reh', path: 'reh/fork', workspace: 'default' };
const since = { since: 0, by: null };
const heldBy = (id: string): Ownership => ({ state: 'held', owner: { id, label }, ...since });

const facts = (ownership: Ownership | undefined) =>
  someFacts({ services: [aService({ service: 'pg-fork', ...(ownership === undefined ? {} : { ownership }) })] });

const cardOf = (plan: string, ownership: Ownership | undefined) => {
  const { requests, inputs } = takeIn((path) => readFileSync(path, 'utf8'), [join(folder, `${plan}.json`)]);
  return assembleCard({ ...reviewOf(requests, { facts: facts(ownership), catalogue: defaultCatalogue }), inputs });
};

const said = (plan: string, ownership: Ownership | undefined) => {
  const card = cardOf(plan, ownership);
  const verdict = card.verdict.sentence.replace(/ \([^)]*\)$/, '');
  return { text: renderers.text(card, { columns: 200 }), verdict };
};

const judged = (plan: string, ownership: Ownership | undefined) => {
  const found = cardOf(plan, ownership).services.find(({ address }) => address === 'reh/fork');
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
    ['unchanged', 'no-op', false],
  ])('%s', (plan, kind, isTaken) => {
    expect(judged(plan, heldBy('another-id-of-8'))).toMatchObject({ kind, isTaken });
    expect(judged(plan, { state: 'released', ...since })).toMatchObject({ kind });
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
      'demo/pg-fork stays as it is: it is held by reh/fork of stack reh, workspace default. Terraform only forgets it.',
    );
    expect(judged('destroyed', { state: 'released', ...since }).sentence).toBe(
      'demo/pg-fork stays as it is: it was released. Terraform only forgets it.',
    );
  });
});

test.each([
  ['its own id', heldBy(recorded)],
  ['nobody ever', { state: 'never' } as const],
  ['nobody knows who', undefined],
])('held by %s: the record is right', (_, ownership) => {
  const kinds = ['run-tainted', 'plan-changed', 'replaced', 'destroyed'].map((plan) => judged(plan, ownership).kind);
  expect(kinds).toEqual(['update', 'update', 'replace', 'delete']);
});
