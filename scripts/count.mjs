import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import ts from 'typescript';

/*
 * node scripts/count.mjs [REVISION]
 * Counts the lines of src that somebody has to read as code, by room: lines with a token outside of comments and imports.
 * Left out, and counted beside it: data (tables of service types, plans, clouds, operations by name), files written by a
 * script, examples of rules, and helpers for tests.
 */
/** @type {[string, (path: string, text: string) => boolean][]} */
const kinds = [
  ['examples', (path) => path.endsWith('.examples.ts') || path.endsWith(`rules${sep}examples.ts`)],
  ['test helpers', (path) => path === join('domain', 'testing.ts')],
  ['generated', (path, text) => /^\/\/ Written from .+ renews it\.$/mu.test(text.split('\n', 1)[0])],
  [
    'data',
    (path) =>
      [join('domain', 'service-types'), join('domain', 'plans')].some((folder) => path.startsWith(folder + sep)) ||
      [join('domain', 'clouds.ts'), join('domain', 'endpoint-types.ts')].includes(path) ||
      path === join('api', 'operations', 'not-simulated.ts'),
  ],
];
const kindOf = (path, text) => kinds.find(([, holds]) => holds(path, text))?.[0] ?? 'code';

/** The lines that hold a token of the file, its imports left out. */
const codeLines = (path, text) => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const lines = new Set();
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length > 0) {
      for (const child of children) visit(child);
      return;
    }
    if (node.kind === ts.SyntaxKind.EndOfFileToken) return;
    const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
    const last = file.getLineAndCharacterOfPosition(node.getEnd()).line;
    for (let line = first; line <= last; line += 1) lines.add(line);
  };
  visit(file);
  return lines.size;
};

const countOf = (root) => {
  const rooms = new Map();
  const beside = new Map();
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(root, path), 'utf8');
    const kind = kindOf(path, text);
    const [counts, key] = kind === 'code' ? [rooms, path.includes(sep) ? path.split(sep, 1)[0] : path] : [beside, kind];
    counts.set(key, (counts.get(key) ?? 0) + codeLines(path, text));
  }
  return { rooms, beside };
};

const [revision] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'forkcast-count-'));
try {
  if (revision !== undefined) {
    const archive = execFileSync('git', ['archive', revision, 'src'], { maxBuffer: 2 ** 28 });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
  }
  const { rooms, beside } = countOf(revision === undefined ? 'src' : join(folder, 'src'));
  const shown = ([name, lines]) => console.log(`${String(lines).padStart(7)}  ${name}`);
  [...rooms].sort(([, one], [, other]) => other - one).forEach(shown);
  shown(['code', [...rooms.values()].reduce((sum, lines) => sum + lines, 0)]);
  console.log('not counted as code:');
  [...beside].sort(([, one], [, other]) => other - one).forEach(shown);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
