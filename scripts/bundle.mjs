import { createHash } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { eagerOptions, nodeOptions } from './bundle-options.mjs';
import { bundleConsole } from './bundle-console.mjs';
import { bundleProvider } from './bundle-provider.mjs';
import { writeDelivered } from './delivered/write.mjs';

// The web server is a file of its own, loaded by the one command that serves: every other command starts without it.
const webServer = { from: 'fastify', to: 'bin/fastify.js' };

const webServerApart = {
  name: 'web-server-apart',
  setup: ({ onResolve }) => onResolve({ filter: /^fastify$/ }, () => ({ path: './fastify.js', external: true })),
};

// The client of a served registry is a file of its own too: a process on an embedded one starts without schemas.
// What imports a module is one as well: a function from V8's code cache cannot.
const filesApart = {
  name: 'files-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/(local-exec-served|import-module)\.js$/ }, ({ path }) => ({ path, external: true })),
};

// What starts a program is told its digest, so that no process works it out: the program is bundled before it.
export const entries = [
  { from: 'src/cli/forkcast.ts', to: 'bin/forkcast.js', shebang: true, starts: 'bin/forkcast-program.js' },
  { from: 'src/cli/main.ts', to: 'bin/forkcast-program.js', shebang: false, small: true },
  { from: 'src/cli/import-module.ts', to: 'bin/import-module.js', shebang: false },
  { from: 'src/cli/local-exec.ts', to: 'bin/local-exec.js', shebang: false, starts: 'bin/local-exec-program.js' },
  { from: 'src/cli/local-exec-program.ts', to: 'bin/local-exec-program.js', shebang: false, small: true },
  { from: 'src/cli/local-exec-served.ts', to: 'bin/local-exec-served.js', shebang: false, eager: true },
];

const bundleWebServer = async (dist) => {
  const { metafile } = await build({
    ...nodeOptions,
    stdin: { contents: `module.exports = require('${webServer.from}');`, resolveDir: '.' },
    outfile: join(dist, webServer.to),
    minify: true,
    keepNames: true,
  });
  return [metafile];
};

const digestOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * How a program is bundled into a folder of compiled files.
 * @returns {import('esbuild').BuildOptions}
 */
export const optionsOf = ({ from, to, shebang, small = false, eager = false, starts = '' }, dist) => ({
  ...nodeOptions,
  ...(small || eager ? eagerOptions : {}),
  entryPoints: [from],
  outfile: join(dist, to),
  treeShaking: true,
  external: ['@photostructure/sqlite'],
  define: starts === '' ? {} : { programDigest: JSON.stringify(digestOf(join(dist, starts))) },
  plugins: [webServerApart, filesApart],
  banner: shebang ? { js: '#!/usr/bin/env node' } : small ? { js: '(function (module, require, __dirname) {' } : {},
  // A program is a function that the file beside it compiles from V8's code cache, as it stands.
  footer: small ? { js: '})' } : {},
});

/** esbuild escapes what a string has, and leaves a regular expression as it is written. */
const checkIsAscii = async (file) => {
  const [letter] = /.{0,40}[\u0080-\u00ff]{1,4}/.exec(await readFile(file, 'latin1')) ?? [];
  if (letter === undefined) return;
  console.error(`bundle: ${file} is read as ASCII, and has another letter. Write it as \\u and four digits: ${letter}`);
  throw new Error('not ASCII');
};

const bundleEntry = async (entry, dist) => {
  const { from, to, shebang, small = false } = entry;
  if (!existsSync(from)) {
    console.log(`bundle: ${to} skipped, there is no ${from} yet`);
    return [];
  }
  const { metafile } = await build(optionsOf(entry, dist));
  if (shebang) await chmod(join(dist, to), 0o755);
  if (small) await checkIsAscii(join(dist, to));
  return [metafile];
};

const bundleEntries = async (dist) => {
  const together = (isStart) =>
    Promise.all(
      entries.filter(({ starts = '' }) => (starts !== '') === isStart).map((entry) => bundleEntry(entry, dist)),
    );
  return [...(await together(false)), ...(await together(true))].flat();
};

/** Resolves to false when an entry does not bundle, of which the reason is printed, or when its licences do not allow it. */
export const bundle = async (dist) => {
  const bundles = [bundleEntries(dist), bundleWebServer(dist), bundleProvider(dist), bundleConsole(dist)];
  const metafiles = await Promise.all(bundles).catch(() => undefined);
  if (metafiles === undefined) return false;
  const faults = await writeDelivered(
    metafiles.flat().filter((one) => one !== undefined),
    dist,
  );
  for (const fault of faults) console.error(`bundle: ${fault}`);
  return faults.length === 0;
};
