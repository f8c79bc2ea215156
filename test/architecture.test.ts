import { findBreaks } from './architecture/breaks';
import { readSourceTree } from './source-tree';

test('every wall of the house stands', () => {
  expect(findBreaks(readSourceTree('src'))).toEqual([]);
});
