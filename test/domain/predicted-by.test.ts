import { predictedBy, refusalKinds } from '../../src/domain';
import { allRules } from '../../src/rules';

test('the rules that foretell each refusal are those that say so (npm run build && npm run docs writes the list)', () => {
  const declared = Object.keys(refusalKinds).flatMap((code) => {
    const ids = allRules.filter((rule) => rule.predicts.some((predicted) => predicted === code)).map(({ id }) => id);
    return ids.length === 0 ? [] : [[code, ids] as const];
  });
  expect(predictedBy).toEqual(Object.fromEntries(declared));
});
