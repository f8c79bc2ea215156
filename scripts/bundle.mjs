import { chmod } from 'node:fs/promises';
import { existsSync } from 'node:fs';
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
const servedApart = {
  name: 'served-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/local-exec-served\.js$/ }, () => ({ path: './local-exec-served.js', external: true })),
};

export const entries = [
  { from: 'src/cli/main.ts', to: 'bin/forkcast.js', shebang: true },
  { from: 'src/cli/local-exec.ts', to: 'bin/local-exec.js', shebang: false },
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

/**
 * How a program is bundled into a folder of compiled files.
 * @returns {import('esbuild').BuildOptions}
 */
export const optionsOf = ({ from, to, shebang, small = false, eager = false }, dist) => ({
  ...nodeOptions,
  ...(small || eager ? eagerOptions : {}),
  entryPoints: [from],
  outfile: join(dist, to),
  treeShaking: true,
  external: ['@photostructure/sqlite'],
  plugins: [webServerApart, servedApart],
  banner: shebang ? { js: '#!/usr/bin/env node' } : small ? { js: '(function (module, require, __dirname) {' } : {},
  // The program is a function that local-exec.js compiles from V8's code cache, as it stands in the file.
  footer: small ? { js: '})' } : {},
});

const bundleEntry = async (entry, dist) => {
  const { from, to, shebang } = entry;
  if (!existsSync(from)) {
    console.log(`bundle: ${to} skipped, there is no ${from} yet`);
    return [];
  }
  const { metafile } = await build(optionsOf(entry, dist));
  if (shebang) await chmod(join(dist, to), 0o755);
  return [metafile];
};

/** Resolves to false when an entry does not bundle, of which esbuild has printed why, or when its licences do not allow it. */
export const bundle = async (dist) => {
  const programs = entries.map((entry) => bundleEntry(entry, dist));
  const bundles = [...programs, bundleWebServer(dist), bundleProvider(dist), bundleConsole(dist)];
  const metafiles = await Promise.all(bundles).catch(() => undefined);
  if (metafiles === undefined) return false;
  const faults = await writeDelivered(
    metafiles.flat().filter((one) => one !== undefined),
    dist,
  );
  for (const fault of faults) console.error(`bundle: ${fault}`);
  return faults.length === 0;
};
