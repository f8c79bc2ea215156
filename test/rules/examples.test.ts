import { allRules, makeFinding, listNeeds, placeholdersOf, judgeRule, type Rule } from '../../src/rules';
import { exampleCases, exampleSubject, type RuleExample } from '../../src/rules/example';
import { recordedNeeds } from '../../src/rules/recorded-needs';
import { examplesByRule } from '../../src/rules/examples';

const judge = (rule: Rule, example: RuleExample) => {
  const subject = exampleSubject(example);
  return { subject, verdict: judgeRule(rule, subject) };
};

describe.each(allRules.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  const examples = examplesByRule[id];
  const cases = examples === undefined ? [] : exampleCases(examples);

  test.each(cases)('$kind: $example.title', ({ kind, example }) => {
    const { verdict, subject } = judge(rule, example);
    expect(verdict).toMatchObject({ kind });
    if (verdict.kind === 'undecided') expect(verdict.missing.length).toBeGreaterThan(0);
    if (verdict.kind !== 'violated') return;
    if (example.message !== undefined) expect(verdict.message).toBe(example.message);
    const text = rule.messages[verdict.message];
    const placeholders = [...placeholdersOf(text?.detail ?? ''), ...placeholdersOf(text?.remedy ?? '')];
    expect(Object.keys(verdict.data)).toEqual(expect.arrayContaining(placeholders));
    expect(makeFinding(rule, subject, verdict).detail).toMatch(/\.$/);
  });

  test('every message is reached by an example', () => {
    const reached = (examples?.violated ?? []).map((example) => {
      const { verdict } = judge(rule, example);
      return verdict.kind === 'violated' ? verdict.message : verdict.kind;
    });
    expect([...new Set(reached)].sort()).toEqual(Object.keys(rule.messages).sort());
  });

  test('it needs what it reads in its examples', () => {
    expect(listNeeds(rule)).toEqual(
      recordedNeeds(
        rule,
        cases.map(({ example }) => example),
      ),
    );
  });

  test('its title fits a line and is no sentence', () => {
    expect(rule.title.length).toBeLessThanOrEqual(80);
    expect(rule.title).not.toMatch(/\.$/);
  });
});
