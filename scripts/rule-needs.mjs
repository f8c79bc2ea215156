import { loadSources, sourceFile } from './source-files.mjs';

/** The file of what each rule reads in its examples, with its path. */
export const makeRuleNeeds = async () => {
  const { allRules, examplesByRule, exampleCases, recordedNeeds } = await loadSources(
    [
      "export { allRules } from './src/rules/list';",
      "export { examplesByRule } from './src/rules/examples';",
      "export { exampleCases } from './src/rules/example';",
      "export { recordedNeeds } from './src/rules/recorded-needs';",
    ].join(''),
  );
  const entries = allRules.map((rule) => {
    const examples = exampleCases(examplesByRule[rule.id] ?? { violated: [], pass: [], undecided: [] });
    return [
      rule.id,
      recordedNeeds(
        rule,
        examples.map(({ example }) => example),
      ),
    ];
  });
  return sourceFile(
    'src/rules/recorded-by-rule.ts',
    `// Written from the examples of the rules by scripts/rule-needs.mjs; npm run build renews it.
import type { Need } from './rule';

/** What each rule reads in its examples, by its id. */
export const recordedByRule: Readonly<Record<string, readonly Need[]>> = ${JSON.stringify(Object.fromEntries(entries))};
`,
  );
};
