import { loadSources, sourceFile } from './source-files.mjs';

/** The file of what rules foretell, with its path: for rooms that do not see the rules, and name them by their ids. */
export const makePredictions = async () => {
  const { allRules, asksOf } = await loadSources(
    "export { allRules } from './src/rules/list'; export { asksOf } from './src/rules/asks';",
  );
  const foretelling = allRules.filter(({ predicts }) => predicts.length > 0);
  const entries = foretelling.map((rule) => {
    const { id, title, scope, predicts } = rule;
    return [id, { title, scope, predicts, asks: asksOf(rule) }];
  });
  return sourceFile(
    'src/domain/predictions.ts',
    `// Written from the files of the rules by scripts/predictions.mjs; npm run build renews it.
import type { Prediction } from './prediction';

/** The rules that foretell a refusal, by their ids. */
export const predictions: Readonly<Record<string, Prediction>> = ${JSON.stringify(Object.fromEntries(entries))};
`,
  );
};
