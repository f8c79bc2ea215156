import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repositoryRoot } from './source-tree';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

/** The names that a file exports, whether it declares them or passes them on; `*` where it passes on all of a file. */
const exportedBy = (path: string): readonly string[] =>
  ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause: clause } = statement;
      return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : ['*'];
    }
    const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    return isExported
      ? declared.flatMap((one) => ('name' in one && one.name && ts.isIdentifier(one.name) ? [one.name.text] : []))
      : [];
  });

/** The names in the first column of the tables of a page, where the last column has an example. */
const shownBy = (path: string): readonly string[] =>
  [...read(path).matchAll(/^\| (`\w+`(?:, `\w+`)*) \| [^|]+ \| \S.* \|$/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/\w+/g)].map(([name]) => name),
  );

test.each([
  ['forkcast', ['src/index.ts', 'src/domain/testing.ts'], 'docs/package.md'],
  ['forkcast/rules', ['src/rules/authoring.ts'], 'docs/own-rules.md'],
])('the page of the door %s shows each of its names, with an example', (_, doors, page) => {
  const exported = doors.flatMap(exportedBy);
  expect(exported.length).toBeGreaterThan(20);
  expect(exported.filter((name) => !shownBy(page).includes(name))).toEqual([]);
});

test('the page of the package shows no name that it has not', () => {
  const exported = [...exportedBy('src/index.ts'), ...exportedBy('src/domain/testing.ts')];
  expect(shownBy('docs/package.md').filter((name) => !exported.includes(name))).toEqual([]);
});
