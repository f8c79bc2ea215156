import { chmod } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { eagerOptions, nodeOptions } from './bundle-options.mjs';
import { bundleConsole } from './bundle-console.mjs';
import { bundleProvider } from './bundle-provider.mjs';
import { writeDelivered } from './delivered/write.mjs';

// The web server is a file of its own, loaded by the one command that serves: every other command starts without it.
const webServer = { from: 'fastify', to: 'dist/bin/fastify.js' };

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
  { from: 'src/cli/main.ts', to: 'dist/bin/forkcast.js', shebang: true },
  { from: 'src/cli/local-exec.ts', to: 'dist/bin/local-exec.js', shebang: false },
  { from: 'src/cli/local-exec-program.ts', to: 'dist/bin/local-exec-program.js', shebang: false, small: true },
  { from: 'src/cli/local-exec-served.ts', to: 'dist/bin/local-exec-served.js', shebang: false, eager: true },
];

const bundleWebServer = async () => {
  const { metafile } = await build({
    ...nodeOptions,
    stdin: { contents: `module.exports = require('${webServer.from}');`, resolveDir: '.' },
    outfile: webServer.to,
    minify: true,
    keepNames: true,
  });
  return [metafile];
};

/**
 * How a program is bundled.
 * @returns {import('esbuild').BuildOptions}
 */
export const optionsOf = ({ from, to, shebang, small = false, eager = false }) => ({
  ...nodeOptions,
  ...(small || eager ? eagerOptions : {}),
  entryPoints: [from],
  outfile: to,
  treeShaking: true,
  external: ['@photostructure/sqlite'],
  plugins: [webServerApart, servedApart],
  banner: shebang ? { js: '#!/usr/bin/env node' } : small ? { js: '(function (module, require, __dirname) {' } : {},
  // The program is a function that local-exec.js compiles from V8's code cache, as it stands in the file.
  footer: small ? { js: '})' } : {},
});

const bundleEntry = async (entry) => {
  const { from, to, shebang } = entry;
  if (!existsSync(from)) {
    console.log(`bundle: ${to} skipped, there is no ${from} yet`);
    return [];
  }
  const { metafile } = await build(optionsOf(entry));
  if (shebang) await chmod(to, 0o755);
  return [metafile];
};

/** Resolves to false when an entry does not bundle, of which esbuild has printed why, or when its licences do not allow it. */
export const bundle = async () => {
  const bundles = [...entries.map(bundleEntry), bundleWebServer(), bundleProvider(), bundleConsole()];
  const metafiles = await Promise.all(bundles).catch(() => undefined);
  if (metafiles === undefined) return false;
  const faults = await writeDelivered(metafiles.flat().filter((one) => one !== undefined));
  for (const fault of faults) console.error(`bundle: ${fault}`);
  return faults.length === 0;
};
