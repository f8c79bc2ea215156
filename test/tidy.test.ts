import { readSourceTree } from './source-tree';
import { findBannedCode } from './tidy/bans';
import { findLeftovers, findUnused } from './tidy/leftovers';
import { findOversize } from './tidy/limits';

test('every line, file and function of src fits the reader', () => {
  expect(findOversize(readSourceTree('src'), { line: 140, file: 300, function: 60 })).toEqual([]);
});

test.each(['test', 'examples'])('every line of %s fits the reader', (folder) => {
  expect(findOversize(readSourceTree(folder), { line: 140 })).toEqual([]);
});

test('src reaches the outside world only at its edges, and throws only errors with a code', () => {
  expect(findBannedCode(readSourceTree('src'))).toEqual([]);
});

test.each(['src', 'test', 'examples'])('%s holds no leftovers', (folder) => {
  expect(findLeftovers(readSourceTree(folder))).toEqual([]);
});

test('every file of src is used', () => {
  expect(findUnused(readSourceTree('src'))).toEqual([]);
});
