import ts from 'typescript';
import { sourceFile } from './source-file';
import { isCompositionRoot, isInside } from '../architecture/walls';
import type { SourceTree } from '../source-tree';

/** Where time, timers, randomness, the process, files and sockets may be touched; elsewhere they are arguments. */
export const touchesOutsideWorld = (path: string): boolean =>
  isCompositionRoot(path) ||
  isInside(path, 'registry/store') ||
  [
    'api/http-exchange.ts',
    'api/http-transport.ts',
    'api/user-cache.ts',
    'provider/protocol/socket.ts',
    'provider/protocol/transport.ts',
  ].includes(path);

const outsideValues: Readonly<Record<string, string>> = {
  'Date.now': 'take the port Clock as an argument',
  'Math.random': 'take the port IdSource as an argument',
  'performance.now': 'take the port Clock as an argument',
  'crypto.randomUUID': 'take the port IdSource as an argument',
};

const outsideGlobals: Readonly<Record<string, string>> = {
  process: 'take what you need of it as an argument from a composition root',
  console: 'return the text, or take a writer as an argument',
  setTimeout: 'wait through a port, so that a test does not sleep',
  setInterval: 'wait through a port, so that a test does not sleep',
  setImmediate: 'wait through a port, so that a test does not sleep',
  fetch: 'take a transport as an argument',
};

const outsideModules = new Set(
  ['fs', 'child_process', 'cluster', 'dgram', 'dns', 'http', 'http2', 'https', 'net', 'os', 'process', 'readline']
    .concat(['timers', 'tls', 'tty', 'worker_threads'])
    .map((name) => `node:${name}`),
);

const randomExports = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues']);

/** Use of the outside world, or an error without a code, in a source of `src`; each with what to write instead. */
export const findBannedCode = (tree: SourceTree): readonly string[] =>
  [...tree].flatMap(([path, text]) => {
    const source = sourceFile(path, text);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const ban = bareError(node) ?? (touchesOutsideWorld(path) ? undefined : outsideWorld(node));
      if (ban !== undefined) {
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
        found.push(`${path}:${line}: ${ban}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });

const bareError = (node: ts.Node): string | undefined =>
  ts.isThrowStatement(node) && ts.isNewExpression(node.expression) && node.expression.expression.getText() === 'Error'
    ? 'throw new Error: throw a subclass with a stable code and the offending values as fields'
    : undefined;

const outsideWorld = (node: ts.Node): string | undefined => {
  if (ts.isPropertyAccessExpression(node)) {
    const instead = outsideValues[node.getText()];
    return instead === undefined ? undefined : `${node.getText()}: ${instead}`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0) {
    return 'new Date(): take the port Clock as an argument';
  }
  if (ts.isStringLiteral(node)) return outsideModule(node);
  return ts.isIdentifier(node) ? outsideIdentifier(node) : undefined;
};

const outsideModule = (node: ts.StringLiteral): string | undefined => {
  const name = `node:${node.text
    .replace(/^node:/, '')
    .split('/', 1)
    .join('')}`;
  const isImport =
    ts.isImportDeclaration(node.parent) ||
    ts.isExternalModuleReference(node.parent) ||
    ts.isCallExpression(node.parent);
  const isLoad = !ts.isCallExpression(node.parent) || /^(import|require)$/.test(node.parent.expression.getText());
  return isImport && isLoad && outsideModules.has(name)
    ? `${node.text}: take what it gives as an argument from a composition root`
    : undefined;
};

const outsideIdentifier = (node: ts.Identifier): string | undefined => {
  if (ts.isImportSpecifier(node.parent) && randomExports.has(node.text))
    return `${node.text}: take the port IdSource as an argument`;
  const { parent } = node;
  const isRead =
    (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
    (ts.isElementAccessExpression(parent) && parent.expression === node) ||
    (ts.isCallExpression(parent) && (parent.expression === node || parent.arguments.includes(node)));
  const instead = isRead && Object.hasOwn(outsideGlobals, node.text) ? outsideGlobals[node.text] : undefined;
  return instead === undefined ? undefined : `${node.text}: ${instead}`;
};
