import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeChanged } from './source-files.mjs';

/*
 * The constructs a second time, for cdktn: what reaches the one file that names the toolkit is copied beside it, and that file names the
 * other one. What does not reach it stands there once, so an error or a setting is one class for both. Declarations go the same way.
 */
const toolkit = 'cdktf';
const kinds = ['.js', '.d.ts'];

/** What a compiled file names: `require("x")`, `from 'x'`, `import("x")`. */
const named = /((?:require\(|from |import\(|import )["'])([^"']+)(["'])/g;

const namedIn = (text) => [...text.matchAll(named)].map(([, , name]) => name);

const rename = (text, change) =>
  text
    .replace(named, (_, before, name, after) => `${before}${change(name)}${after}`)
    .replace(/^\/\/# sourceMappingURL.*$/m, '');

/** The modules of a folder by their names, each with the texts of its kinds. */
const readModules = async (folder) => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'));
  const modules = new Map();
  for (const file of files) {
    const name = file.slice(0, -'.js'.length);
    modules.set(name, await Promise.all(kinds.map((kind) => readFile(join(folder, `${name}${kind}`), 'utf8'))));
  }
  return modules;
};

/** Those that the toolkit's own file is loaded by, directly or through others. */
const reaching = (modules) => {
  const found = new Set([toolkit]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const [name, texts] of modules)
      if (texts.flatMap(namedIn).some((one) => one.startsWith('./') && found.has(one.slice(2)))) found.add(name);
  }
  return found;
};

export const makeSecondToolkit = async (dist) => {
  const constructs = join(dist, 'constructs');
  const second = `${constructs}-cdktn`;
  const modules = await readModules(constructs);
  const copied = reaching(modules);
  const rewrite = (name) =>
    name === toolkit
      ? 'cdktn'
      : name.startsWith('./') && !copied.has(name.slice(2))
        ? `../constructs/${name.slice(2)}`
        : name;
  await rm(second, { recursive: true, force: true });
  await mkdir(second);
  await writeChanged(
    [...copied].flatMap((name) =>
      kinds.map(
        (kind, index) =>
          /** @type {const} */ ([join(second, `${name}${kind}`), rename(modules.get(name)[index], rewrite)]),
      ),
    ),
  );
  const doorName = (name) => (name === './constructs' ? './constructs-cdktn' : name);
  for (const kind of kinds)
    await writeChanged([
      [join(dist, `cdktn${kind}`), rename(await readFile(join(dist, `index${kind}`), 'utf8'), doorName)],
    ]);
};
