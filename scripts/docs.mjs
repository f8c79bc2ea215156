import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Writes the generated pages, or with --check names those that are stale. Each `scripts/docs/*-page.mjs` or
 * `*-pages.mjs` has a default export that takes the path of `dist` and returns contents by path; it may export `folder`,
 * whose other files are leftovers.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const isCheck = process.argv.includes('--check');
const generators = readdirSync(join(root, 'scripts/docs'))
  .filter((name) => /-pages?\.mjs$/.test(name))
  .sort();

const filesBelow = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    : [];

const current = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);

if (!existsSync(join(dist, 'rules/index.js'))) {
  console.error('The pages are made from dist: run `npm run build` first.');
  process.exit(3);
}

const stale = [];
for (const name of generators) {
  const generator = await import(pathToFileURL(join(root, 'scripts/docs', name)).href);
  const pages = await generator.default(dist);
  const leftovers = generator.folder ? filesBelow(generator.folder).filter((path) => !(path in pages)) : [];
  for (const path of leftovers) {
    stale.push(`${path} (no longer generated)`);
    if (!isCheck) rmSync(join(root, path));
  }
  for (const [path, content] of Object.entries(pages)) {
    if (current(path) === content) continue;
    stale.push(path);
    if (isCheck) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

for (const path of stale) console.log(`${isCheck ? 'stale' : 'written'}  ${path}`);
if (isCheck && stale.length > 0) {
  console.error('Run `npm run build && npm run docs`, and commit the pages.');
  process.exitCode = 1;
}
