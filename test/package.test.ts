import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf } from './architecture/imports';
import { rooms, roomOf } from './architecture/walls';
import { readSourceTree, repositoryRoot } from './source-tree';

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly files: readonly string[];
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
}

const { exports, files, dependencies, peerDependencies, typesVersions }: Package = JSON.parse(
  readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
);
const tree = readSourceTree('src');

/** A file of the package, as the source that it is made from: the door for the second toolkit is the first one's, built once more. */
const sourceOf = (path: string): string =>
  path.replace(/^\.\/dist\/cdktn\.js$/, './dist/index.js').replace(/^\.\/dist\/(.*)\.js$/, '$1.ts');

const doors = Object.values(exports).flatMap((door) => (typeof door === 'string' ? [] : [sourceOf(door.default)]));

/** Every file that somebody loads who comes through a door. */
const loaded = (): ReadonlySet<string> => {
  const byFile = new Map<string, string[]>();
  for (const item of importsOf(tree))
    if (item.kind === 'file') byFile.set(item.from, [...(byFile.get(item.from) ?? []), item.target]);
  const found = new Set<string>();
  const enter = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const target of byFile.get(file) ?? []) enter(target);
  };
  for (const door of doors) enter(door);
  return found;
};

/** The pages of the console are bundles, and the compiler leaves their room out. */
const bundledRooms = ['console'];

const left = files.flatMap((pattern) => /^!dist\/(\w+)$/.exec(pattern)?.[1] ?? []);

test('the package has the rooms that its doors load; what the programs need beside them is in their bundles', () => {
  expect(doors.filter((door) => !tree.has(door))).toEqual([]);
  const used = new Set([...loaded()].flatMap((file) => roomOf(file) ?? []));
  const unused = Object.keys(rooms).filter((room) => !used.has(room) && !bundledRooms.includes(room));
  expect(left.filter((folder) => folder !== 'examples').sort()).toEqual(unused.sort());
});

test('no door loads the examples of a rule, which the package leaves out', () => {
  expect([...loaded()].filter((file) => /\.examples\.ts$|^rules\/examples\.ts$/.test(file))).toEqual([]);
});

/** The sources name one of the two toolkits. */
const isNamed = (name: string): boolean => name !== 'cdktn';

test('npm installs what the doors load, and no more: what the programs need of others is in their bundles', () => {
  const files = loaded();
  const asked = importsOf(tree)
    .flatMap((item) => (item.kind === 'package' && files.has(item.from) ? [item.name] : []))
    .filter((name) => !name.startsWith('node:'));
  expect(new Set(asked)).toEqual(new Set(Object.keys({ ...dependencies, ...peerDependencies }).filter(isNamed)));
});

test('a compiler that does not know `exports` finds the types of each door', () => {
  const asExports = Object.entries(exports).flatMap(([name, door]) =>
    typeof door === 'string' || name === '.' ? [] : [[name.slice(2), [door.types.slice(2)]]],
  );
  expect(typesVersions['*']).toEqual(Object.fromEntries(asExports));
});
