import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCatalogue, parseSnapshot } from '../../src/domain';
import { readInputs } from '../../src/intake';
import { reviewOf } from '../../src/rules';

const folder = join(__dirname, 'real-plans');
const read = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Plans of the vendor's own provider, as Terraform wrote them, and a few of which only what matters was kept. */
const plans = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => /\/[\w-]+\.json$/.test(name))
  .sort();

const facts = parseSnapshot(JSON.parse(textOf('facts.json')), 'facts:facts.json');

/** Errors and warnings, by address. */
const findingsOf = (name: string): readonly string[] =>
  reviewOf(readInputs(read, [join(folder, name)]), { facts, catalogue: defaultCatalogue })
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ severity, ruleId, address }) => `${severity} ${ruleId} at ${address}`);

const expectedFile = join(folder, 'expected.json');

/** Reviewed by hand; written anew by `UPDATE_PLANS=1 npx jest test/intake/real-plans`. */
if (process.env.UPDATE_PLANS === '1')
  writeFileSync(
    expectedFile,
    `${JSON.stringify(Object.fromEntries(plans.map((name) => [name, findingsOf(name)])), null, 2)}\n`,
  );

const expected = JSON.parse(textOf('expected.json')) as Readonly<Record<string, readonly string[]>>;

test('every kept plan has its expected findings', () => {
  expect(Object.keys(expected)).toEqual(plans);
});

test.each(plans)('%s', (name) => {
  expect(findingsOf(name)).toEqual(expected[name]);
});
