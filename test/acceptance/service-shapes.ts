import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** What a field of a service is called, in each of the vocabularies. */
const facts: Readonly<Record<string, RegExp>> = {
  name: /^(name|service|service_?name)$/iu,
  type: /^(type|service_?type)$/iu,
  plan: /^plan(_?name)?$/iu,
  cloud: /^cloud(_?name)?$/iu,
  settings: /^(settings|user_?config)$/iu,
  disk: /^disk(_?space)?(_?mb)?$/iu,
  state: /^(state|powered)$/iu,
  protection: /^(termination_?)?protection$/iu,
  tags: /^tags$/iu,
  project: /^project(_?name)?$/iu,
};

const fewest = 4;

/**
 * The named types and schemas of `src` with at least four facts of a service, as `file: Name`. A schema and the type that is inferred from
 * it are one shape of one name. A union of many things is none, and neither is a type that is another one or nothing.
 */
export const findServiceShapes = (root: string): readonly string[] => {
  const { config }: { config?: unknown } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) =>
    ts.sys.readFile(path),
  );
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = ts.sys
    .readDirectory(join(root, 'src'), ['.ts'])
    .filter((path) => !/(?:\.examples|\/domain\/testing)\.ts$/u.test(path));
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const isShape = (type: ts.Type): boolean => countFacts(checker.getPropertiesOfType(type)) >= fewest;
  const found = new Set<string>();
  for (const file of program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile)) {
    const path = relative(join(root, 'src'), file.fileName).split(sep).join('/');
    if (path.startsWith('..') || !files.includes(file.fileName)) continue;
    const visit = (node: ts.Node): void => {
      const type = shapeAt(checker, node);
      const name = nameAt(node);
      if (type !== undefined && name !== undefined && !isUnionOfMany(type) && membersOf(type).some(isShape)) {
        found.add(`${path}: ${name}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...found].sort();
};

const countFacts = (properties: readonly ts.Symbol[]): number =>
  Object.values(facts).filter((pattern) => properties.some(({ name }) => pattern.test(name))).length;

const membersOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

/** Such as all commands, of which some are about a service. */
const isUnionOfMany = (type: ts.Type): boolean => type.isUnion() && type.types.length > 2;

const nameAt = (node: ts.Node): string | undefined =>
  (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isVariableDeclaration(node)) &&
  ts.isIdentifier(node.name)
    ? node.name.text
    : undefined;

const shapeAt = (checker: ts.TypeChecker, node: ts.Node): ts.Type | undefined => {
  if (ts.isTypeAliasDeclaration(node) && ts.isConditionalTypeNode(node.type)) return undefined;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return checker.getTypeAtLocation(node.name);
  if (!ts.isVariableDeclaration(node) || node.parent.parent.parent !== node.getSourceFile()) return undefined;
  // A schema is what a call gives, where there is zod: tables, functions and rules are none, and their types take long to infer.
  const isCall = node.initializer !== undefined && ts.isCallExpression(node.initializer);
  if (!isCall || !node.getSourceFile().text.includes("'zod/mini'")) return undefined;
  const internals = checker.getTypeAtLocation(node.name).getProperty('_zod');
  if (internals === undefined) return undefined;
  const output = checker.getTypeOfSymbolAtLocation(internals, node).getProperty('output');
  return output && checker.getTypeOfSymbolAtLocation(output, node);
};
