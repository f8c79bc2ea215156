import { aSourceTree } from '../source-tree';
import { findLeftovers, findUnused } from './leftovers';

describe('findLeftovers', () => {
  test.each([
    ['x.ts', `// ${'TO' + 'DO'}: later`],
    ['x.ts', ` * ${'FIX' + 'ME'} later`],
    ['x.ts', `test.${'only'}('a', () => undefined);`],
    ['utils/x.ts', ''],
    ['rules/helpers/x.ts', ''],
  ])('%s with %j is found', (path, text) => {
    expect(findLeftovers(aSourceTree({ [path]: text }))).toHaveLength(1);
  });

  test('plain prose and selectors are no leftovers', () => {
    const text = `// all that is left to do\nconst only = list.${'only'};\nconst s = '${'TO' + 'DO'}';`;
    expect(findLeftovers(aSourceTree({ 'rules/naming/x.ts': text }))).toEqual([]);
  });
});

describe('findUnused', () => {
  test('a file that nobody imports is found', () => {
    const files = {
      'index.ts': `import './rules';`,
      'rules/index.ts': `export * from './a';`,
      'rules/a.ts': '',
      'rules/b.ts': '',
    };
    expect(findUnused(aSourceTree(files))).toEqual([expect.stringContaining('src/rules/b.ts: nobody imports it')]);
  });

  test('programs, doors and the shipped builders need no importer', () => {
    const files = {
      'index.ts': '',
      'rules/index.ts': '',
      'cli/main.ts': '',
      'cli/local-exec.ts': '',
      'domain/testing.ts': '',
    };
    expect(findUnused(aSourceTree(files))).toEqual([]);
  });
});
