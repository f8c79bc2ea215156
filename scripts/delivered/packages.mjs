import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A package of which something is delivered: its code is in a bundle, or it is installed beside Forkcast.
 * @typedef {{
 *   folder: string, name: string, version: string, licence: string, delivery: 'bundled' | 'installed',
 *   integrity?: string, dependsOn: readonly string[],
 * }} Delivered `folder` and `dependsOn` are paths as in package-lock.json.
 */

const inPackage = /^(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;

/**
 * The folders of the packages of which bundles hold code.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
const bundledFolders = (metafiles) =>
  new Set(
    metafiles
      .flatMap(({ outputs }) => Object.values(outputs))
      .flatMap(({ inputs }) => Object.entries(inputs))
      .flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? (inPackage.exec(path)?.[1] ?? []) : [])),
  );

/** Where Node finds a package of this name from a folder. */
const resolveFrom = (packages, folder, name) => {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const found = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[found] !== undefined) return found;
    if (at === '') return undefined;
  }
};

const dependenciesOf = (packages, folder) => {
  const { dependencies = {}, optionalDependencies = {} } = packages[folder] ?? {};
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(
    (name) => resolveFrom(packages, folder, name) ?? [],
  );
};

/** Everything that npm installs with a package, from what the lock file says it needs at run time. */
const installedFolders = (packages) => {
  const found = new Set();
  const enter = (folder) => {
    for (const one of dependenciesOf(packages, folder)) {
      if (found.has(one)) continue;
      found.add(one);
      enter(one);
    }
  };
  enter('');
  return found;
};

/**
 * What is delivered, by path: what package-lock.json says, and the code that is in bundles.
 * @param {{ packages: Record<string, any> }} lock
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {readonly Delivered[]}
 */
export const deliveredPackages = ({ packages }, metafiles) => {
  const [installed, bundled] = [installedFolders(packages), bundledFolders(metafiles)];
  const all = new Set([...installed, ...bundled]);
  return [...all].sort().map((folder) => {
    const { version, license: licence = '', integrity } = packages[folder] ?? {};
    const name = packages[folder]?.name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (version === undefined) throw new Error(`package-lock.json does not know ${folder}, which is in a bundle.`);
    const dependsOn = dependenciesOf(packages, folder).filter((one) => all.has(one));
    return {
      folder,
      name,
      version,
      licence,
      delivery: bundled.has(folder) ? 'bundled' : 'installed',
      integrity,
      dependsOn,
    };
  });
};

const legal = /^(licen[cs]e|copying|notice)/i;

const read = (folder, file) => readFile(join(folder, file), 'utf8');

/**
 * The texts of the licence and of the notices of a package; of one without such files, what its readme says of its licence.
 * @param {Delivered} delivered
 */
const legalTextOf = async ({ folder, name, version }) => {
  const files = (await readdir(folder)).sort();
  const texts = await Promise.all(files.filter((file) => legal.test(file)).map((file) => read(folder, file)));
  const readme = files.find((file) => /^readme/i.test(file));
  if (texts.length === 0 && readme !== undefined)
    texts.push(/^#+ *licen[cs]e\b[^]*/im.exec(await read(folder, readme))?.[0] ?? '');
  const text = texts.map((one) => one.trim().replaceAll('\r\n', '\n')).join('\n\n');
  if (text === '') throw new Error(`${name}@${version} is in a bundle, and ${folder} holds no licence to pass on.`);
  return text;
};

/**
 * The notices of what is bundled: each package with its licence, equal texts once.
 * @param {readonly Delivered[]} delivered
 */
export const noticesOf = async (delivered) => {
  /** @type {Map<string, Set<string>>} */
  const byText = new Map();
  for (const one of delivered.filter(({ delivery }) => delivery === 'bundled')) {
    const text = await legalTextOf(one);
    byText.set(text, (byText.get(text) ?? new Set()).add(`${one.name} ${one.version} (${one.licence})`));
  }
  const head = 'The programs of Forkcast (dist/bin) hold code of these packages, under the licences that follow.';
  return [head, ...[...byText].map(([text, names]) => `${[...names].join('\n')}\n\n${text}`)].join(
    `\n\n${'-'.repeat(80)}\n\n`,
  );
};
