import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isBuilt, keepState } from './built-from.mjs';
import { bundle } from './bundle.mjs';
import { makeChecks } from './checks.mjs';
import { startBeside, takePlace } from './dist.mjs';
import { makePredictions } from './predictions.mjs';
import { makeRuleIndex } from './rule-index.mjs';
import { makeRuleNeeds } from './rule-needs.mjs';
import { makeSecondToolkit } from './second-toolkit.mjs';
import { makeSharedStyle } from './shared-style.mjs';
import { writeChanged } from './source-files.mjs';
import { makeUserConfig } from './user-config.mjs';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const compile = (config, outDir, tsBuildInfoFile) =>
  new Promise((resolve) => {
    const words = [tsc, '-p', config, '--outDir', outDir, '--tsBuildInfoFile', tsBuildInfoFile];
    spawn(process.execPath, words, { stdio: 'inherit' }).on('close', (code) => resolve(code === 0));
  });

/** The examples import the package by its name: here that is what is built, not what stands in `dist`. */
const compileExamples = async (next) => {
  const { exports } = JSON.parse(await readFile('package.json', 'utf8'));
  const doors = Object.entries(exports).filter(([, { types }]) => types !== undefined);
  const paths = doors.map(([door, { types }]) => [join('forkcast', door), [types.replace('./dist/', './')]]);
  const config = join(next, 'tsconfig.examples.json');
  const compilerOptions = { rootDir: '../examples', paths: Object.fromEntries(paths) };
  await writeFile(
    config,
    JSON.stringify({ extends: '../examples/tsconfig.json', compilerOptions, include: ['../examples'] }),
  );
  const compiled = await compile(config, join(next, 'examples'), join(next, 'examples.tsbuildinfo'));
  await rm(config);
  return compiled;
};

const compileAll = async (next) => {
  if (!(await compile('tsconfig.build.json', next, join(next, 'src.tsbuildinfo')))) return false;
  await makeSecondToolkit(next);
  return compileExamples(next);
};

const build = async ({ anew }) => {
  await writeChanged(await makeRuleIndex());
  await writeChanged([await makePredictions(), await makeRuleNeeds()]);
  await writeChanged(await makeChecks());
  await writeChanged([await makeUserConfig(), await makeSharedStyle()]);
  const next = await startBeside('dist', { anew });
  const [compiled, bundled] = await Promise.all([compileAll(next), bundle(next)]);
  if (compiled && bundled) {
    await takePlace(next, 'dist');
    await keepState('.', 'dist');
  } else await rm(next, { recursive: true, force: true });
  return compiled && bundled;
};

// What is packed holds nothing of a source that is gone.
const anew = ['pack', 'publish'].includes(process.env.npm_command ?? '');
process.exitCode = (!anew && (await isBuilt('.', 'dist'))) || (await build({ anew })) ? 0 : 1;
