import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { eagerOptions, nodeOptions } from './bundle-options.mjs';

// Names of the program are shortened, and with them those that errors are told by: these are written down.
const namedErrors = {
  name: 'named-errors',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const named = text.replaceAll(/\bclass (\w+) extends \w*Error \{/g, "$& static override readonly name = '$1';");
      return named === text ? undefined : { contents: named, loader: 'ts' };
    }),
};

/**
 * How a part of the provider is bundled.
 * @returns {import('esbuild').BuildOptions}
 */
export const partOptions = (from, define = {}) => ({
  ...nodeOptions,
  ...eagerOptions,
  minifyIdentifiers: true,
  plugins: [namedErrors],
  entryPoints: [from],
  charset: 'ascii',
  external: ['@photostructure/sqlite'],
  define,
});

const partOf = async (from, define = {}) => {
  const { outputFiles, metafile } = await build({ ...partOptions(from, define), write: false });
  return { text: outputFiles[0].text, metafile };
};

const schemaMethods = ['GetProviderSchema', 'GetResourceIdentitySchemas'].map((name) => `/tfplugin6.Provider/${name}`);

/** What the program answers to who asks for its schemas: a process that is asked for nothing else need not load it. */
const schemaAnswersOf = async (program, dist) => {
  const module = { exports: {} };
  const wrapper = runInThisContext(`(function (module, require, __dirname) {${program}\n})`);
  wrapper(module, createRequire(import.meta.url), resolve(dist, 'bin'));
  const ports = { now: Date.now, after: () => () => undefined, log: () => undefined };
  const connection = module.exports.makeService(ports).connect();
  const answers = {};
  for (const method of schemaMethods) {
    const answer = await connection.call(method, new Uint8Array(0));
    if (answer.kind !== 'ok') throw new Error(`The program of the provider does not answer ${method}.`);
    answers[method] = Buffer.from(answer.message).toString('base64');
  }
  return answers;
};

/**
 * The one file of the provider: what answers the handshake, and in a comment behind it the program (src/provider/start/main.ts).
 * Resolves to what esbuild tells of both.
 */
export const bundleProvider = async (dist) => {
  const program = await partOf('src/provider/main.ts');
  const schemaAnswers = JSON.stringify(await schemaAnswersOf(program.text, dist));
  const handshake = await partOf('src/provider/start/main.ts', { schemaAnswers });
  const escaped = '*\u0001/';
  if (program.text.includes(escaped))
    throw new Error('The program of the provider holds the text that marks the end of a comment.');
  const to = join(dist, 'bin/terraform-provider-forkcast.js');
  await writeFile(
    to,
    `#!/usr/bin/env node\n${handshake.text}\n/*PROGRAM\n${program.text.replaceAll('*/', escaped)}*/\n`,
  );
  await chmod(to, 0o755);
  return [handshake.metafile, program.metafile];
};
