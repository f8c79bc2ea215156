import { chmod } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

const entries = [
  { from: 'src/cli/main.ts', to: 'dist/bin/forkcast.js', shebang: true },
  { from: 'src/cli/local-exec.ts', to: 'dist/bin/local-exec.js', shebang: false },
  { from: 'src/cli/local-exec-program.ts', to: 'dist/bin/local-exec-program.js', shebang: false, small: true },
];

const bundleEntry = async ({ from, to, shebang, small = false }) => {
  if (!existsSync(from)) {
    console.log(`bundle: ${to} skipped, there is no ${from} yet`);
    return;
  }
  await build({
    entryPoints: [from],
    outfile: to,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    treeShaking: true,
    legalComments: 'none',
    external: ['@photostructure/sqlite'],
    banner: shebang ? { js: '#!/usr/bin/env node' } : {},
    // Names stay: they are shown in errors.
    minifyWhitespace: small,
    minifySyntax: small,
    logLevel: 'warning',
  });
  if (shebang) await chmod(to, 0o755);
};

/** Resolves to false when an entry does not bundle; esbuild has printed why. */
export const bundle = () =>
  Promise.all(entries.map(bundleEntry)).then(
    () => true,
    () => false,
  );
