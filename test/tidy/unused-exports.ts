import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceTree } from '../source-tree';
import { sourceFile } from './source-file';

/** Everything that a file lets others have: names of its own, names of another file, and all that other files have. */
interface Exports {
  readonly own: ReadonlySet<string>;
  readonly passed: ReadonlyMap<string, Named>;
  readonly all: readonly string[];
}

/** A name in a file. */
interface Named {
  readonly file: string;
  readonly name: string;
}

/** Who has a name: a file that is there for tests, or any other; the file that declares it does not count. */
export type User = 'nobody' | 'tests';

/** `name` undefined: every name of the file. */
interface Use {
  readonly by: string;
  readonly file: string;
  readonly name: string | undefined;
}

/**
 * Exports of `src` that no other file takes by name. Paths start at the repository; `doors` are the files that people outside enter,
 * `packages` the names that the repository's own files have as packages, `words` what files in another language say.
 */
export const findUnusedExports = (
  tree: SourceTree,
  world: {
    readonly doors: readonly string[];
    readonly packages: Readonly<Record<string, string>>;
    readonly words: ReadonlySet<string>;
  },
): ReadonlyMap<string, User> => {
  const find = (from: string, specifier: string): string | undefined => fileOf(tree, world.packages, from, specifier);
  // Named as the other checks name it, so that a file is parsed once.
  const parsed = (path: string, text: string): ts.SourceFile => sourceFile(path.replace(/^src\//, ''), text);
  const exported = new Map([...tree].map(([path, text]) => [path, exportsOf(parsed(path, text), path, find)]));
  const origins = (file: string, name: string): readonly Named[] => {
    const { own, passed, all } = exported.get(file) ?? nothing;
    const other = passed.get(name);
    if (own.has(name)) return [{ file, name }];
    return other === undefined ? all.flatMap((target) => origins(target, name)) : origins(other.file, other.name);
  };
  const namesOf = (file: string): readonly string[] => {
    const { own, passed, all } = exported.get(file) ?? nothing;
    return [...own, ...passed.keys(), ...all.flatMap(namesOf)];
  };
  const users = new Map<string, Set<string>>();
  const entered = world.doors.map((file) => ({ by: '', file, name: undefined }));
  const taken = [...tree].flatMap(([path, text]) => usesOf(parsed(path, text), path, find));
  for (const { by, file, name } of [...entered, ...taken])
    for (const one of name === undefined ? namesOf(file) : [name])
      for (const origin of origins(file, one)) {
        const key = keyOf(origin);
        if (by !== origin.file) users.set(key, (users.get(key) ?? new Set()).add(by));
      }
  return new Map(
    [...exported]
      .filter(([file]) => file.startsWith('src/'))
      .flatMap(([file, { own }]) => [...own].map((name) => ({ file, name })))
      .filter(({ name }) => !world.words.has(name))
      .flatMap((one) => {
        const by = [...(users.get(keyOf(one)) ?? [])];
        if (by.some((user) => !user.startsWith('test/'))) return [];
        return [[keyOf(one), by.length === 0 ? 'nobody' : 'tests'] as const];
      }),
  );
};

const keyOf = ({ file, name }: Named): string => `${file}: ${name}`;

const nothing: Exports = { own: new Set(), passed: new Map(), all: [] };

const fileOf = (
  tree: SourceTree,
  packages: Readonly<Record<string, string>>,
  from: string,
  specifier: string,
): string | undefined => {
  if (!specifier.startsWith('.')) return packages[specifier];
  const path = posix.join(posix.dirname(from), specifier.replace(/\.js$/, ''));
  return [`${path}.ts`, `${path}.tsx`, posix.join(path, 'index.ts')].find((candidate) => tree.has(candidate));
};

type Find = (from: string, specifier: string) => string | undefined;

const exportsOf = (source: ts.SourceFile, path: string, find: Find): Exports => {
  const own = new Set<string>();
  const passed = new Map<string, Named>();
  const all: string[] = [];
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) {
      const target = specifierOf(statement.moduleSpecifier);
      const file = target === undefined ? path : find(path, target);
      if (file === undefined) continue;
      if (statement.exportClause === undefined) all.push(file);
      else if (ts.isNamedExports(statement.exportClause))
        for (const { name, propertyName = name } of statement.exportClause.elements)
          if (file !== path) passed.set(name.text, { file, name: propertyName.text });
    } else if (isExported(statement)) for (const name of declaredBy(statement)) own.add(name);
  }
  return { own, passed, all };
};

const specifierOf = (node: ts.Node | undefined): string | undefined =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

const declaredBy = (statement: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
};

const boundBy = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundBy(element.name)));

const usesOf = (source: ts.SourceFile, path: string, find: Find): readonly Use[] => {
  const uses: Use[] = [];
  const take = (specifier: string | undefined, names: readonly string[] | undefined): void => {
    const file = specifier === undefined ? undefined : find(path, specifier);
    if (file === undefined) return;
    for (const name of names ?? [undefined]) uses.push({ by: path, file, name });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const names =
        bindings !== undefined && ts.isNamedImports(bindings)
          ? bindings.elements.map(({ name, propertyName = name }) => propertyName.text)
          : undefined;
      take(specifierOf(node.moduleSpecifier), names);
    } else if (
      ts.isExportDeclaration(node) &&
      node.exportClause !== undefined &&
      ts.isNamespaceExport(node.exportClause)
    )
      take(specifierOf(node.moduleSpecifier), undefined);
    else if (ts.isImportTypeNode(node)) {
      const { qualifier, argument } = node;
      const name = qualifier !== undefined && ts.isIdentifier(qualifier) ? [qualifier.text] : destructured(node);
      take(ts.isLiteralTypeNode(argument) ? specifierOf(argument.literal) : undefined, name);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      take(specifierOf(node.arguments[0]), destructured(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
};

/** The names that are taken out of a module that is loaded late; undefined: it is kept whole. */
const destructured = (node: ts.Node): readonly string[] | undefined => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return ts.isCallExpression(node) ? undefined : [parent.name.text];
  if (ts.isVariableDeclaration(parent))
    return ts.isObjectBindingPattern(parent.name)
      ? parent.name.elements.map(({ name, propertyName = name }) => propertyName.getText())
      : undefined;
  const passes = ts.isAwaitExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent);
  return passes ? destructured(parent) : undefined;
};

/** The names that a program takes out of modules or other objects: `const { a } = …`, and `room.a`. */
export const takenNames = (path: string, text: string): readonly string[] => {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectBindingPattern(node))
      names.push(...node.elements.map(({ name, propertyName = name }) => propertyName.getText()));
    if (ts.isPropertyAccessExpression(node)) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile(path, text));
  return names;
};
