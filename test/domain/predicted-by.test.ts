import { predictedBy, predictions, refusalKinds, ruleTitles } from '../../src/domain';
import { allRules, asksOf } from '../../src/rules';

test('the rules that foretell each refusal are those that say so (npm run build && npm run docs writes the list)', () => {
  const declared = Object.keys(refusalKinds).flatMap((code) => {
    const ids = allRules.filter((rule) => rule.predicts.some((predicted) => predicted === code)).map(({ id }) => id);
    return ids.length === 0 ? [] : [[code, ids] as const];
  });
  expect(predictedBy).toEqual(Object.fromEntries(declared));
});

test('of what kind of request each of them foretells it is as the rules say, too', () => {
  const declared = allRules.filter(({ predicts }) => predicts.length > 0);
  const kinds = declared.map((rule) => [rule.id, { scope: rule.scope, asks: asksOf(rule) }] as const);
  expect(predictions).toEqual(Object.fromEntries(kinds));
  expect(ruleTitles).toEqual(Object.fromEntries(declared.map(({ id, title }) => [id, title])));
});
