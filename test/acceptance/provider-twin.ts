import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { engine } from './workshop';
import type { Workshop } from './workshop';

/** Installs the provider in the workshop's folder; gives the environment of commands that use it. */
export const withProvider = (workshop: Workshop): Readonly<Record<string, string>> => {
  const { code, text } = workshop.forkcast('provider', 'install');
  expect({ code, text }).toMatchObject({ code: 0 });
  const exported = [...text.matchAll(/^export (\w+)=(.*)$/gm)].map(
    ([, name = '', value = '']): readonly [string, string] => [name, value],
  );
  return { ...Object.fromEntries<string>(exported), FORKCAST_BACKEND: 'provider', CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1' };
};

/** `terraform` in a folder, with the environment of the provider. */
export const terraformIn = (folder: string, env: Readonly<Record<string, string>>, ...words: readonly string[]) => {
  const ran = spawnSync(engine, words, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: ran.status, text: `${ran.stdout}${ran.stderr}` };
};

/** Changes the `cdktf.json` of a workshop. */
export const configure = (workshop: Workshop, part: Readonly<Record<string, unknown>>): void =>
  writeFileSync(
    join(workshop.folder, 'cdktf.json'),
    JSON.stringify({
      language: 'typescript',
      projectId: '8f5d2c1e-6a34-4b7f-9d20-51c7e0a4b3f6',
      sendCrashReports: 'false',
      terraformProviders: [],
      terraformModules: [],
      context: {},
      ...part,
    }),
  );

/** The folder of a stack as the example synthesizes it by `cdktf synth --hcl`. */
export const synthesizedHcl = (workshop: Workshop, example: string, env: Readonly<Record<string, string>>): string => {
  expect(workshop.synth({ ...env, SYNTH_HCL_OUTPUT: 'true' })).toMatchObject({ code: 0 });
  const folder = join(workshop.folder, 'hcl');
  cpSync(join(workshop.folder, 'cdktf.out/stacks', example, 'cdk.tf'), join(folder, 'main.tf'));
  return folder;
};

export const builtLibrary = join(repositoryRoot, 'dist/index.js');
