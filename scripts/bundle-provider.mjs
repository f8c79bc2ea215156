import { chmod, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { eagerOptions, nodeOptions } from './bundle-options.mjs';

const to = 'dist/bin/terraform-provider-forkcast.js';

const textOf = async (from) => {
  const { outputFiles } = await build({
    ...nodeOptions,
    ...eagerOptions,
    entryPoints: [from],
    write: false,
    charset: 'ascii',
    external: ['@photostructure/sqlite'],
  });
  return outputFiles[0].text;
};

/** The one file of the provider: what answers the handshake, and in a comment behind it the program (src/provider/start/main.ts). */
export const bundleProvider = async () => {
  const [handshake, program] = await Promise.all([
    textOf('src/provider/start/main.ts'),
    textOf('src/provider/main.ts'),
  ]);
  const escaped = '*\u0001/';
  if (program.includes(escaped))
    throw new Error('The program of the provider holds the text that marks the end of a comment.');
  await writeFile(to, `#!/usr/bin/env node\n${handshake}\n/*PROGRAM\n${program.replaceAll('*/', escaped)}*/\n`);
  await chmod(to, 0o755);
};
