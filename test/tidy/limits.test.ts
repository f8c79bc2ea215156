import { aSourceTree } from '../source-tree';
import { findOversize } from './limits';

const functionOf = (lines: number) => `const f = () => {\n${'  g();\n'.repeat(lines - 2)}};\n`;
const limits = { line: 140, file: 300, function: 60 };

describe('findOversize', () => {
  test.each([
    ['a line', 'x'.repeat(140), 'x'.repeat(141), 'x.ts:1: the line has 141 characters'],
    ['a file', 'x;\n'.repeat(300), 'x;\n'.repeat(301), 'x.ts: the file has 301 lines'],
    ['a function', functionOf(60), functionOf(61), 'x.ts:1: the function has 61 lines'],
  ])('%s fits on the limit and not beyond it', (_name, fitting, oversize, message) => {
    expect(findOversize(aSourceTree({ 'x.ts': fitting }), limits)).toEqual([]);
    expect(findOversize(aSourceTree({ 'x.ts': oversize }), limits)).toEqual([expect.stringContaining(message)]);
  });

  test.each(['domain/service-types/pg.ts', 'domain/clouds.ts', 'domain/plans/catalogue.ts'])(
    '%s is a table without limits',
    (path) => {
      expect(findOversize(aSourceTree({ [path]: 'x;\n'.repeat(1000) }), limits)).toEqual([]);
    },
  );
});
