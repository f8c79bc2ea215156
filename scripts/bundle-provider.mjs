import { chmod, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { eagerOptions, nodeOptions } from './bundle-options.mjs';

const to = 'dist/bin/terraform-provider-forkcast.js';

const partOf = async (from) => {
  const { outputFiles, metafile } = await build({
    ...nodeOptions,
    ...eagerOptions,
    entryPoints: [from],
    write: false,
    charset: 'ascii',
    external: ['@photostructure/sqlite'],
  });
  return { text: outputFiles[0].text, metafile };
};

/**
 * The one file of the provider: what answers the handshake, and in a comment behind it the program (src/provider/start/main.ts).
 * Resolves to what esbuild tells of both.
 */
export const bundleProvider = async () => {
  const [handshake, program] = await Promise.all([
    partOf('src/provider/start/main.ts'),
    partOf('src/provider/main.ts'),
  ]);
  const escaped = '*\u0001/';
  if (program.text.includes(escaped))
    throw new Error('The program of the provider holds the text that marks the end of a comment.');
  await writeFile(
    to,
    `#!/usr/bin/env node\n${handshake.text}\n/*PROGRAM\n${program.text.replaceAll('*/', escaped)}*/\n`,
  );
  await chmod(to, 0o755);
  return [handshake.metafile, program.metafile];
};
