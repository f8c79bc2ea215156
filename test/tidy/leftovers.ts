import ts from 'typescript';
import { sourceFile } from './source-file';
import { importsOf } from '../architecture/imports';
import type { SourceTree } from '../source-tree';

const emptyNames = new Set(['utils', 'common', 'shared', 'core', 'helpers', 'lib']);

/** Unfinished notes, tests left exclusive, and folders whose name says nothing. */
export const findLeftovers = (tree: SourceTree): readonly string[] => [
  ...[...tree].flatMap(([path, text]) => [...notes(path, text), ...exclusiveTests(path, text)]),
  ...[...new Set([...tree.keys()].flatMap((path) => path.split('/').slice(0, -1)))]
    .filter((folder) => emptyNames.has(folder))
    .map((folder) => `${folder}/: name the folder after what lives in it`),
];

const notes = (path: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) => {
    const note = /(?:\/\/|^\s*\/?\*).*\b(FIX(?:ME)|TO(?:DO))\b/.exec(line)?.[1];
    return note === undefined ? [] : [`${path}:${index + 1}: ${note}: finish it before it is committed`];
  });

const exclusiveTests = (path: string, text: string): readonly string[] => {
  if (!/\.\s*only\b/.test(text)) return [];
  const source = sourceFile(path, text);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && /^(test|it|describe)\.only$/.test(node.getText())) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push(`${path}:${line}: ${node.getText()}: it hides every other test of the file`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** Files that somebody outside the tree enters: the package door, the programs, a room's door, the shipped builders. */
const isEntry = (path: string): boolean =>
  /^([^/]+\/)?index\.ts$/.test(path) ||
  /(^|\/)main\.tsx?$/.test(path) ||
  [
    'cli/forkcast.ts',
    'cli/local-exec.ts',
    'cli/local-exec-program.ts',
    'domain/testing.ts',
    'rules/authoring.ts',
    'rules/examples.ts',
  ].includes(path);

/** Files of `src` that no other file of `src` imports. */
export const findUnused = (tree: SourceTree): readonly string[] => {
  const imported = new Set(
    importsOf(tree).flatMap((item) => (item.kind === 'file' && item.target !== item.from ? [item.target] : [])),
  );
  return [...tree.keys()]
    .filter((path) => !imported.has(path) && !isEntry(path))
    .map((path) => `src/${path}: nobody imports it; use it, list it in its room's index.ts, or delete it`);
};
