import { defaultCatalogue } from '../../src/domain';
import { allRules, reviewOf, type Review, type Rule } from '../../src/rules';
import { exampleCases, type RuleExample } from '../../src/rules/example';
import { examplesByRule } from '../../src/rules/examples';
import { notApplicable, pass } from '../../src/rules/verdict';

const examplesOf = ({ id }: Rule): readonly RuleExample[] => {
  const examples = examplesByRule[id];
  return examples === undefined ? [] : exampleCases(examples).map(({ example }) => example);
};

const review = ({ request, siblings = [], facts, now, terms }: RuleExample, rules: readonly Rule[]): Review =>
  reviewOf([request, ...siblings], {
    facts: facts ?? undefined,
    ...(now === undefined ? {} : { now }),
    catalogue: facts?.catalogue ?? defaultCatalogue,
    rules,
    ...(terms === undefined ? {} : { terms }),
  });

/** Ways to break a rule; each must be seen by somebody who only looks at reviews. */
const breaks: Readonly<Record<string, (rule: Rule) => Rule>> = {
  'is taken off the list': (rule) => ({ ...rule, check: () => notApplicable }),
  'always passes': (rule) => ({ ...rule, check: () => pass }),
};

describe.each(allRules.map((rule) => [rule.id, rule] as const))('a review changes when %s', (_, rule) => {
  test.each(Object.entries(breaks))('%s', (_name, broken) => {
    const others = allRules.filter((other) => other !== rule);
    const isSeen = examplesOf(rule).some(
      (example) =>
        JSON.stringify(review(example, allRules).findings) !==
        JSON.stringify(review(example, [...others, broken(rule)]).findings),
    );
    expect(isSeen).toBe(true);
  });

  test('foresees every example that it is given for, with the wording of that rule', () => {
    for (const example of examplesByRule[rule.id]?.violated ?? []) {
      const found = review(example, allRules).findings.filter(({ ruleId }) => ruleId === rule.id);
      expect(found.map(({ address }) => address)).toContain(example.request.address);
    }
  });
});
