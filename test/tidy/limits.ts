import ts from 'typescript';
import { sourceFile } from './source-file';
import type { SourceTree } from '../source-tree';

export type Limits = { readonly line: number; readonly file?: number; readonly function?: number };

/** Data tables: a fact per line, however many facts there are. */
const tables = [/^domain\/service-types\//, /^domain\/clouds(\.ts|\/)/, /^domain\/plans(\.ts|\/)/];

/** What a script writes nobody reads from end to end. */
const isGenerated = (text: string): boolean => text.startsWith('// Written from ');

/** Lines, files and functions that are longer than a reader can hold; empty when all fit. */
export const findOversize = (tree: SourceTree, limits: Limits): readonly string[] =>
  [...tree]
    .filter(([path, text]) => !isGenerated(text) && !tables.some((table) => table.test(path)))
    .flatMap(([path, text]) => [
      ...longLines(path, text, limits.line),
      ...longFile(path, text, limits.file ?? Infinity),
      ...longFunctions(path, text, limits.function ?? Infinity),
    ]);

const longLines = (path: string, text: string, limit: number): readonly string[] =>
  text.split('\n').flatMap((line, index) => {
    if (line.length <= limit) return [];
    return [`${path}:${index + 1}: the line has ${line.length} characters; at most ${limit}, so break it`];
  });

const longFile = (path: string, text: string, limit: number): readonly string[] => {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines <= limit
    ? []
    : [`${path}: the file has ${lines} lines; at most ${limit}, so give its second noun a file of its own`];
};

const longFunctions = (path: string, text: string, limit: number): readonly string[] => {
  if (limit === Infinity) return [];
  const source = sourceFile(path, text);
  const found: string[] = [];
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const [first, last] = [lineOf(node.getStart(source)), lineOf(node.getEnd())];
      const lines = last - first + 1;
      if (lines > limit)
        found.push(`${path}:${first}: the function has ${lines} lines; at most ${limit}, so name a part of it`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
