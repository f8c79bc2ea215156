import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { entries, optionsOf } from '../bundle.mjs';
import { partOptions } from '../bundle-provider.mjs';

/** A bundle anew, with the map of where it comes from. It has to be the one that ships: the map is of no other text. */
const mapped = async (options, outfile) => {
  const { outputFiles = [] } = await build({
    ...options,
    outfile,
    sourcemap: 'external',
    metafile: false,
    write: false,
  });
  const text = outputFiles.find(({ path }) => !path.endsWith('.map'))?.text ?? '';
  const map = outputFiles.find(({ path }) => path.endsWith('.map'))?.text ?? '';
  return { text, map, place: dirname(outfile) };
};

const [provider, wrapper] = ['dist/bin/terraform-provider-forkcast.js', '(function (module, require, __dirname) {'];
const end = '\n})';

/** The two programs that Terraform starts, as they ship, by the end of their script's address. */
export const programs = async () => {
  const found = new Map();
  for (const entry of entries.filter(({ to }) => to.includes('/local-exec'))) {
    const to = join('dist', entry.to);
    const compiled = await mapped(optionsOf(entry, 'dist'), to);
    if (compiled.text !== readFileSync(to, 'utf8')) throw new Error(`${to} is old: npm run build`);
    found.set(basename(entry.to), { compiled, from: 0, length: compiled.text.length });
  }
  const program = await mapped(partOptions('src/provider/main.ts'), provider);
  if (!readFileSync(provider, 'utf8').replaceAll('*\u0001/', '*/').includes(program.text))
    throw new Error(`${provider} is old: npm run build`);
  // What answers the handshake has the answers of the program in it, and 20 functions: it is not counted.
  found.set(basename(provider), {
    compiled: program,
    from: wrapper.length,
    length: wrapper.length + program.text.length + end.length,
  });
  return found;
};

const listed = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /^(?!.*\.d\.ts$).*\.ts$/.test(path));

/** Compiles a folder's modules into another one; gives the maps by the path of the module. */
export const modules = async (from, outdir) => {
  const paths = listed(from).filter((path) => !path.startsWith('console'));
  const { outputFiles } = await build({
    entryPoints: paths.map((path) => join(from, path)),
    outbase: from,
    outdir,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'external',
    write: false,
  });
  return new Map(
    outputFiles
      .filter(({ path }) => !path.endsWith('.map'))
      .map(({ path, text }) => {
        const map = outputFiles.find((one) => one.path === `${path}.map`)?.text ?? '';
        return [relative(outdir, path), { text, map, place: dirname(path) }];
      }),
  );
};
