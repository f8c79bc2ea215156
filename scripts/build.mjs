import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundle } from './bundle.mjs';
import { makeChecks } from './checks.mjs';
import { makePredictions } from './predictions.mjs';
import { makeRuleIndex } from './rule-index.mjs';
import { makeRuleNeeds } from './rule-needs.mjs';
import { makeSecondToolkit } from './second-toolkit.mjs';
import { makeSharedStyle } from './shared-style.mjs';
import { writeChanged } from './source-files.mjs';
import { makeUserConfig } from './user-config.mjs';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** The examples import the package by its name, so they compile after `dist/index.d.ts` exists. */
const projects = [
  { entry: 'src/index.ts', config: 'tsconfig.build.json' },
  { entry: 'examples/main.ts', config: 'examples/tsconfig.json' },
];

const compile = (config) =>
  new Promise((resolve) => {
    spawn(process.execPath, [tsc, '-p', config], { stdio: 'inherit' }).on('close', (code) => resolve(code === 0));
  });

const compileAll = async () => {
  for (const { entry, config } of projects) {
    if (!existsSync(entry)) console.log(`build: ${config} skipped, there is no ${entry} yet`);
    else if (!(await compile(config))) return false;
  }
  await makeSecondToolkit();
  return true;
};

await writeChanged(await makeRuleIndex());
await writeChanged([await makePredictions(), await makeRuleNeeds()]);
await writeChanged(await makeChecks());
await writeChanged([await makeUserConfig(), await makeSharedStyle()]);
const [compiled, bundled] = await Promise.all([compileAll(), bundle()]);
process.exitCode = compiled && bundled ? 0 : 1;
