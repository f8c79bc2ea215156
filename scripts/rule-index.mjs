import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceFile } from './source-files.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../src/rules');

/** In the order in which they are listed to a reader. */
const ruleGroups = ['naming', 'source', 'project', 'recovery', 'sizing', 'placement', 'lifecycle'];

const head = '// Written from the files of the rules; `npm run build` renews it.\n';

const listHead = `/** Every rule, by group and number. */
export const allRules: readonly Rule[] = listed(`;

const examplesHead = `/** The examples of every rule, by its id. They are its tests and its page, and no part of the package. */
export const examplesByRule: Readonly<Record<string, RuleExamples>> = `;

/** The comment of a rule begins with its number in the constraint catalogue. */
const definition = /^\/\*\* Rule (\d+)\b[^*]*\*\/\nexport const (\w+) = defineRule\(/mu;

/** The rules as `{ id, name }`: the path of a file that defines one, and the name that it exports. */
const rulesOf = () =>
  ruleGroups.flatMap((group) =>
    readdirSync(join(folder, group))
      .flatMap((file) => {
        const [, number, name] = definition.exec(readFileSync(join(folder, group, file), 'utf8')) ?? [];
        return name === undefined
          ? []
          : [{ id: `${group}/${file.slice(0, -'.ts'.length)}`, name, number: Number(number) }];
      })
      .sort((one, other) => one.number - other.number),
  );

/** The two files that list every rule and every rule's examples, by group and number, by their paths. */
export const makeRuleIndex = async () => {
  const rules = rulesOf();
  const files = {
    'list.ts': [
      `import { listed, type Rule } from './rule';\n`,
      ...rules.map(({ id, name }) => `import { ${name} } from './${id}';\n`),
      `\n${listHead}{${rules.map(({ id, name }) => `'${id}': ${name}`).join(', ')}});\n`,
    ],
    'examples.ts': [
      `import type { RuleExamples } from './example';\n`,
      ...rules.map(({ id, name }) => `import { examples as ${name} } from './${id}.examples';\n`),
      `\n${examplesHead}{${rules.map(({ id, name }) => `'${id}': ${name}`).join(', ')}};\n`,
    ],
  };
  return Promise.all(
    Object.entries(files).map(([name, lines]) => sourceFile(join(folder, name), head + lines.join(''))),
  );
};
