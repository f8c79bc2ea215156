import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { PackedProject } from './packed';

/** The example beside an installed package: what `npm pack` ships, with the dependencies that are here. */
describe('rules of one’s own, from the packed package', () => {
  const project = new PackedProject();
  const { folder } = project;
  afterAll(() => project.remove());

  beforeAll(() => {
    cpSync(join(repositoryRoot, 'examples/own-rules'), folder, { recursive: true });
    project.install();
  }, 60_000);

  test('it has the notices and the bill of what is bundled, and nothing compiled', () => {
    const all = readdirSync(join(folder, 'node_modules/forkcast'), { recursive: true, encoding: 'utf8' });
    const files = all.filter((file) => !/^(docs|examples)\//.test(file));
    const others = files.filter((file) => !/\.(js|d\.ts|md)$/.test(file) && /\.\w+$/.test(file)).sort();
    const pages = others.filter((file) => /^dist\/console\/(?:index\.html|files\/[\w-]+\.(?:css|svg))$/.test(file));
    expect(pages).toHaveLength(3);
    expect(others.filter((file) => !pages.includes(file))).toEqual([
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/bom.cdx.json',
      'package.json',
    ]);
  });

  test('the rule passes its test', () => {
    expect(project.node('--test')).toMatchObject({
      code: 0,
      text: expect.stringContaining('# pass 1'),
    });
  });

  test('check stops for it, and for what the policy of the folder raises', () => {
    const { code, text } = project.forkcast('check', 'plan.json', '--rules', 'cloud-not-allowed.mjs');
    expect([code, text]).toEqual([
      1,
      expect.stringMatching(/^error +acme\/cloud-not-allowed +aiven_pg\.copy › cloud_name$/m),
    ]);
    expect(text).not.toContain('\u001b');
    expect(text).toMatch(/^error +recovery\/no-recovery-point/m);
    expect(text).toContain('by the rules of forkcast and acme (cloud-not-allowed.mjs)');
    expect(text).toMatch(/the severities of forkcast\.policy\.json \(sha256 [0-9a-f]{12}\)/);
  });

  test.each([
    ['of its check', 'check: () => process.exit(0)'],
    ['while it is loaded', 'check: process.exit(0)'],
  ])('a rule that ends the process %s is no pass', (_, check) => {
    const text = `const { defineRule } = require('forkcast/rules');
      module.exports = defineRule({ id: 'acme/ends', severity: 'note', scope: 'settings', needs: [], title: 'A', why: 'B.',
        attribute: 'plan', messages: { a: { detail: 'C.', remedy: 'D.' } }, ${check} });`;
    writeFileSync(join(folder, 'ends.cjs'), text);
    expect(project.forkcast('check', 'plan.json', '--rules', 'ends.cjs')).toMatchObject({
      code: 3,
      text: expect.stringContaining('error: ended before there was a result, by code that was loaded'),
    });
  });

  test('explain knows its page', () => {
    const { code, text } = project.forkcast('explain', 'acme/cloud-not-allowed', '--rules', 'cloud-not-allowed.mjs');
    expect([code, text]).toEqual([0, expect.stringContaining('cloud-not-allowed.md')]);
  });

  test('a list in a file of CommonJS is read too', () => {
    const list = `const { defineRule, pass } = require('forkcast/rules');
      module.exports = ['acme/one', 'acme/two'].map((id) => defineRule({ id, severity: 'note', scope: 'settings', needs: [], title: 'A',
        why: 'B.', attribute: 'plan', messages: { a: { detail: 'C.', remedy: 'D.' } }, check: () => pass }));`;
    writeFileSync(join(folder, 'list.cjs'), list);
    const { text } = project.forkcast('check', 'plan.json', '--rules', 'list.cjs', '--format', 'json');
    expect(text).toContain('"id": "acme/two"');
  });
});
