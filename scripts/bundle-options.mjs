/**
 * What every bundle for Node has in common.
 * @type {import('esbuild').BuildOptions}
 */
export const nodeOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'warning',
  // What is bundled is told by it: scripts/delivered.
  metafile: true,
};

/**
 * Of a bundle whose start is part of every run. Names stay: they are shown in errors.
 * @type {import('esbuild').BuildOptions}
 */
export const eagerOptions = {
  minifyWhitespace: true,
  minifySyntax: true,
  // import() of a built-in becomes require(), which loads faster.
  supported: { 'dynamic-import': false },
};
