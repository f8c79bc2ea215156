import { predictions } from '../../src/domain';
import { allRules, asksOf } from '../../src/rules';

test('what rules foretell is what they say (npm run build writes it)', () => {
  const declared = allRules.flatMap((rule) => {
    const { id, title, scope, predicts } = rule;
    return predicts.length === 0 ? [] : [[id, { title, scope, predicts, asks: asksOf(rule) }] as const];
  });
  expect(predictions).toEqual(Object.fromEntries(declared));
});
