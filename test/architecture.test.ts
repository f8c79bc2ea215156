import { findBreaks } from './architecture/breaks';
import { readSourceTree } from './source-tree';

test('second readings import nothing, least of all what they check', () => {
  const readings = [...readSourceTree('test/second-reading')].filter(([path]) => !path.endsWith('.test.ts'));
  expect(readings.length).toBeGreaterThan(2);
  expect(readings.filter(([, text]) => /\b(import|require)\b/.test(text)).map(([path]) => path)).toEqual([]);
});

test('every wall of the house stands', () => {
  expect(findBreaks(readSourceTree('src'))).toEqual([]);
});
