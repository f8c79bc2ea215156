import { refusalStatuses } from '../../src/domain';
import { allRules, type Rule } from '../../src/rules';
import { examplesByRule } from '../../src/rules/examples';
import { readSourceTree } from '../source-tree';

const groups = ['naming', 'source', 'project', 'recovery', 'sizing', 'placement', 'lifecycle'];
const tree = readSourceTree('src/rules');
const ruleFiles = [...tree]
  .filter(([path, text]) => groups.includes(path.split('/')[0] ?? '') && /= defineRule\(/.test(text))
  .map(([path]) => path.replace(/\.ts$/, ''));
const exampleFiles = [...tree.keys()]
  .filter((path) => path.endsWith('.examples.ts'))
  .map((path) => path.replace(/\.examples\.ts$/, ''));
const ids = allRules.map(({ id }) => id);
/** The comment of a rule begins with its number in the constraint catalogue. */
const numberOf = (id: string): number => Number(/^\/\*\* Rule (\d+)\b/mu.exec(tree.get(`${id}.ts`) ?? '')?.[1]);
// `project/service` and `project/name` are how the key of a service is written.
const named = new RegExp(`[\`']((?!project/(?:service|name)\\b)(?:${groups.join('|')})/[a-z]+(?:-[a-z]+)*)[\`']`, 'g');

test('every rule file is listed under an id equal to its path', () => {
  expect([...ids].sort()).toEqual([...ruleFiles].sort());
});

test('the generated list goes by group and number', () => {
  const place = ({ id }: Rule): number => groups.findIndex((name) => id.startsWith(`${name}/`)) * 1e4 + numberOf(id);
  expect(ids).toEqual([...allRules].sort((one, other) => place(one) - place(other)).map(({ id }) => id));
});

test('every rule has its examples, and there are no others', () => {
  expect(Object.keys(examplesByRule)).toEqual(ids);
  expect([...exampleFiles].sort()).toEqual([...ids].sort());
});

test.each(['src', 'docs', 'examples'])('every rule that something in %s names exists', (folder) => {
  const texts = [...readSourceTree(folder, ['.ts', '.md'])].flatMap(([, text]) => [...text.matchAll(named)]);
  expect(texts.flatMap(([, id = '']) => (ids.includes(id) ? [] : [id]))).toEqual([]);
});

test('ids and catalogue numbers are unique', () => {
  expect(new Set(ids).size).toBe(ids.length);
  const numbers = ids.map(numberOf);
  expect(numbers).not.toContain(NaN);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});

test.each(allRules.map((rule) => [rule.id, rule] as const))('%s foretells refusals that exist', (_, rule) => {
  expect(rule.predicts.filter((code) => !(code in refusalStatuses))).toEqual([]);
  expect(rule.planOnly !== undefined).toBe(rule.predicts.length === 0);
});

test.each(allRules.map((rule) => [rule.id, rule] as const))('%s says why, from where, and what to do', (_, rule) => {
  expect(rule.why).toMatch(/\.$/);
  expect(rule.sources.length).toBeGreaterThan(0);
  for (const { detail, remedy } of Object.values(rule.messages)) {
    expect(detail).toMatch(/[.}]$/);
    expect(remedy).toMatch(/[.}]$/);
  }
});
