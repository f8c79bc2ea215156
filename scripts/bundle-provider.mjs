import { chmod, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const to = 'dist/bin/terraform-provider-forkcast.js';

const textOf = async (from) => {
  const { outputFiles } = await build({
    entryPoints: [from],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    legalComments: 'none',
    charset: 'ascii',
    external: ['@photostructure/sqlite'],
    minifyWhitespace: true,
    minifySyntax: true,
    // import() of a built-in becomes require(), which loads faster.
    supported: { 'dynamic-import': false },
    logLevel: 'warning',
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
