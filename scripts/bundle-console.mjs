import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const pageOf = ({ main, shared, style, icon }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Forkcast</title>
<link rel="icon" type="image/svg+xml" href="/console/files/${icon}">
<link rel="stylesheet" href="/console/files/${style}">
<script type="module" src="/console/files/${main}"></script>
${shared.map((name) => `<link rel="modulepreload" href="/console/files/${name}">`).join('\n')}
</head>
<body>
<div id="console"></div>
<noscript>The console of Forkcast needs JavaScript. The same is told by the command line: forkcast service list.</noscript>
</body>
</html>
`;

/** The script of the list, and what it takes along: the rest is loaded once it is needed. */
const listScripts = ({ outputs }) => {
  const found = new Set(Object.keys(outputs).filter((path) => outputs[path].entryPoint === 'src/console/main.tsx'));
  for (const path of found)
    for (const { path: taken, kind } of outputs[path].imports) if (kind === 'import-statement') found.add(taken);
  return [...found].map((path) => basename(path));
};

/** Nearly all of what the list loads runs at once: a browser that knows this word compiles it beside its main thread. */
const compiledAtOnce = '//# allFunctionsCalledOnLoad\n';

/** The console as files of a browser, whose names hold a hash of what is in them, and the one page that loads them. */
export const bundleConsole = async (dist) => {
  const to = join(dist, 'console');
  await rm(to, { recursive: true, force: true });
  await mkdir(`${to}/files`, { recursive: true });
  const { metafile } = await build({
    entryPoints: { console: 'src/console/main.tsx', style: 'src/console/style.css', icon: 'src/console/icon.svg' },
    outdir: `${to}/files`,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    tsconfig: 'tsconfig.console.json',
    loader: { '.svg': 'copy' },
    // Files that hold what only Node has may be looked at, and must be left out.
    external: ['node:*'],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  const strangers = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external),
  );
  if (strangers.length > 0) throw new Error(`A browser has no ${strangers.map(({ path }) => path).join(', ')}.`);
  const names = Object.keys(metafile.outputs).map((path) => basename(path));
  const named = (pattern) => names.filter((name) => pattern.test(name));
  const [style = '', icon = ''] = [/\.css$/, /\.svg$/].flatMap(named);
  const [main = '', ...shared] = listScripts(metafile);
  for (const name of [main, ...shared]) {
    const path = `${to}/files/${name}`;
    await writeFile(path, compiledAtOnce + (await readFile(path, 'utf8')));
  }
  const page = pageOf({ main, shared, style, icon });
  await writeFile(`${to}/index.html`, page);
  return [metafile];
};
