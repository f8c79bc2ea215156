import { build } from 'esbuild';
import { sourceFile } from './source-files.mjs';

/** What the pages of a review take of the style of the console: its tokens, and how an axis and a lineage are drawn. */
const shared = ['tokens', 'picture', 'tree'];

/** The file that holds it as text, with its path: a page of a review needs nothing beside itself. */
export const makeSharedStyle = async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: shared.map((name) => `@import './${name}.css';`).join('\n'),
      resolveDir: 'src/console/style',
      loader: 'css',
    },
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'warning',
  });
  const rules = outputFiles[0].text.trim().replaceAll('}', '}\n').trim().split('\n');
  return sourceFile(
    'src/review/render/shared-style.ts',
    `// Written from the style of the console by scripts/shared-style.mjs; npm run build renews it.

/** Tokens, axis and lineage of the console. */
export const sharedStyle = [${rules.map((rule) => JSON.stringify(rule)).join(',')}].join('\\n');
`,
  );
};
