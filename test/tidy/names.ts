import ts from 'typescript';
import type { SourceTree } from '../source-tree';
import { sourceFile } from './source-file';

/** The names of the functions at the top of files. */
const functionsIn = (path: string, text: string): readonly string[] =>
  sourceFile(path, text).statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined && ts.isArrowFunction(initializer) ? [name.text] : [],
    );
  });

/** The share of functions that are named after what they view, as `serviceOf` is, where a verb could say what they do. */
export const shareOfViews = (tree: SourceTree): number => {
  const names = [...tree].flatMap(([path, text]) => functionsIn(path, text));
  return names.filter((name) => name.endsWith('Of')).length / names.length;
};
