import { readSourceTree } from './source-tree';
import { findBannedCode } from './tidy/bans';
import { findLeftovers, findUnused } from './tidy/leftovers';
import { findOversize } from './tidy/limits';
import { shareOfViews } from './tidy/names';
import { findUnusedExports, takenNames } from './tidy/unused-exports';

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

test('functions are named for what they do: one in twenty at most is called after what it views', () => {
  expect(shareOfViews(readSourceTree('src'))).toBeLessThanOrEqual(0.05);
});

/** What tests look at by itself, because it is hard to reach through what the product uses. */
const shownToTests = {
  'src/constructs/provider-backend-provider.ts: providerSource':
    'equal to the address of the provider, in a room of its own',
  'src/constructs/provider-backend-provider.ts: providerVersions': 'allows the version of the package',
  'src/provider/protocol/cty/equal.ts: computeKey': 'a law of sets: equal values have equal keys',
  'src/provider/protocol/handshake.ts: magicCookie': 'what Terraform sends before a plugin starts',
  'src/provider/protocol/rpc/schema-rpc.ts: findProviderFaults': 'the schemas of the provider have none',
  'src/registry/http/server/create-server.ts: largestBody': 'the bound itself',
  'src/rules/recovery-window.ts: computedWindow': 'the schedule of the rules apart from what a registry reports',
  'src/time/boxes.ts: isInsideBox': 'a law of the picture: all of it is inside',
  'src/time/boxes.ts: overlap': 'a law of the picture: no label covers another',
};

test('every export of src is taken by another file, and not by tests alone but for a reason', () => {
  const from = (folder: string, endings?: readonly string[]): readonly (readonly [string, string])[] =>
    [...readSourceTree(folder, endings)].map(([path, text]) => [`${folder}/${path}`, text] as const);
  const programs = ['scripts', 'bench'].flatMap((folder) => from(folder, ['.mjs', '.cjs']));
  const found = findUnusedExports(new Map(['src', 'test', 'examples'].flatMap((folder) => from(folder))), {
    doors: ['src/index.ts', 'src/domain/testing.ts', 'src/rules/authoring.ts'],
    packages: {
      forkcast: 'src/index.ts',
      'forkcast/rules': 'src/rules/authoring.ts',
      'forkcast/testing': 'src/domain/testing.ts',
    },
    words: new Set(programs.flatMap(([path, text]) => takenNames(path, text))),
  });
  const told = [...found].map(
    ([name, user]) => `${name}: ${user === 'tests' ? 'tests alone take it' : 'nobody takes it'}`,
  );
  expect(told.sort()).toEqual(Object.keys(shownToTests).map((name) => `${name}: tests alone take it`));
});
