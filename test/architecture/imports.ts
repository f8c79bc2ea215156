import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceTree } from '../source-tree';

/** One import of one file: of a file of the tree (`target`), of a package, or of nothing that exists. */
export type Import = { readonly from: string; readonly specifier: string } & (
  | { readonly kind: 'file'; readonly target: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'missing' }
);

/** Every import of the tree: type-only, dynamic, re-exporting and `require` alike. */
export const importsOf = (tree: SourceTree): readonly Import[] =>
  [...tree].flatMap(([from, text]) =>
    ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => classify(tree, from, fileName)),
  );

const classify = (tree: SourceTree, from: string, specifier: string): Import => {
  if (!specifier.startsWith('.')) return { from, specifier, kind: 'package', name: packageName(specifier) };
  const path = posix.join(posix.dirname(from), specifier.replace(/\.js$/, ''));
  const target = [`${path}.ts`, `${path}.tsx`, posix.join(path, 'index.ts')].find((candidate) => tree.has(candidate));
  return target === undefined ? { from, specifier, kind: 'missing' } : { from, specifier, kind: 'file', target };
};

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
