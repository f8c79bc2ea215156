import type { SourceTree } from '../source-tree';
import { findCycles } from './cycles';
import { type Import, importsOf } from './imports';
import {
  innerWalls,
  isCompositionRoot,
  isExamples,
  isInside,
  roomOf,
  rooms,
  sideDoors,
  testingDoor,
  thirdPartyHomes,
} from './walls';

/** Every broken wall of a source tree, one sentence each with its reason; empty when the house stands. */
export const findBreaks = (tree: SourceTree): readonly string[] => {
  const imports = importsOf(tree);
  return [
    ...undeclaredRooms(tree),
    ...imports.flatMap((item) => [
      ...brokenDirection(item),
      ...brokenInnerWall(item),
      ...brokenDoor(item),
      ...strayThirdParty(item),
    ]),
    ...findCycles(imports).map(
      (cycle) => `${cycle.join(' → ')}: a cycle of files cannot be read or tested one at a time`,
    ),
  ];
};

const undeclaredRooms = (tree: SourceTree): readonly string[] =>
  [...new Set([...tree.keys()].map((path) => roomOf(path) ?? path))]
    .filter((name) => name !== 'index.ts' && !(name in rooms))
    .map(
      (name) =>
        `src/${name}: not a room of the house; declare it in test/architecture/walls.ts with its reason, or move it`,
    );

const brokenDirection = (item: Import): readonly string[] => {
  if (item.kind === 'missing') return [`${where(item)}: there is no such file in src`];
  if (item.kind !== 'file') return [];
  const [from, to] = [roomOf(item.from), roomOf(item.target)];
  if (from === undefined || from === to) return [];
  if (isCompositionRoot(item.from) && from !== 'cli') return [];
  if (to === undefined) return [`${where(item)}: the package door imports the rooms, never the other way round`];
  const room = rooms[from];
  if (room === undefined || room.mayImport.includes(to)) return [];
  return [`${where(item)}: ${from} may import ${list(room.mayImport)}; ${room.reason}`];
};

const brokenInnerWall = (item: Import): readonly string[] =>
  innerWalls
    .filter(({ folder, mayImport }) => {
      if (item.kind !== 'file' || !isInside(item.from, folder) || isInside(item.target, folder)) return false;
      return !mayImport.includes(roomOf(item.target) ?? '');
    })
    .map(({ folder, mayImport, reason }) => `${where(item)}: ${folder} may import ${list(mayImport)}; ${reason}`);

const brokenDoor = (item: Import): readonly string[] => {
  if (item.kind !== 'file') return [];
  if (item.target === testingDoor && isExamples(item.from)) return [];
  if (item.target === testingDoor)
    return [`${where(item)}: builders are for tests; production code must not lean on them`];
  const to = roomOf(item.target);
  if (to === undefined || to === roomOf(item.from) || item.target === `${to}/index.ts`) return [];
  if (isCompositionRoot(item.from) && sideDoors.some((door) => isInside(item.target, door))) return [];
  return [`${where(item)}: import ${to} through its door src/${to}/index.ts, so that what is inside can change`];
};

const strayThirdParty = (item: Import): readonly string[] => {
  if (item.kind !== 'package' || item.from === 'index.ts') return [];
  return thirdPartyHomes
    .filter(
      ({ name, home }) =>
        (name.endsWith('/') ? item.name.startsWith(name) : item.name === name) && !isInside(item.from, home),
    )
    .map(({ home, reason }) => `${where(item)}: ${item.name} has its one home in src/${home}; ${reason}`);
};

const where = (item: Import): string => `src/${item.from} imports ${item.specifier}`;

const list = (names: readonly string[]): string => (names.length === 0 ? 'no other room' : `only ${names.join(', ')}`);
