import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FaultsBody } from '../../src/api';
import type { Server } from '../contract/a-server';

/** Where tools are kept between runs. */
export const cache = (name: string): string => {
  const folder = join(__dirname, '../../node_modules/.cache/forkcast-conformance', name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** Whether a program is there, and does what these arguments ask. */
export const works = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore', timeout: 300_000 }).status === 0;

/** What a program said and how it ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program while this process goes on serving. */
export const run = (
  program: string,
  args: readonly string[],
  {
    input = '',
    env = {},
    cwd,
  }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, ...(cwd === undefined ? {} : { cwd }) });
    const said = { out: '', err: '' };
    child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, ...said }));
    child.stdin.end(input);
  });

/** Sets the faults of a served registry; null ends them. */
export const setFaults = async (server: Server, token: string, faults: FaultsBody | null): Promise<void> => {
  const { status } = await server.send({
    method: faults === null ? 'DELETE' : 'PUT',
    path: '/v1/forkcast/fault',
    headers: { authorization: `aivenv1 ${token}`, 'content-type': 'application/json' },
    body: faults === null ? undefined : JSON.stringify(faults),
  });
  expect(status).toBe(200);
};

/** A command line configuration in a folder with which terraform takes the vendor's provider from its binary. */
export const writeOverride = (folder: string, binary: string): string => {
  const config = join(folder, 'terraform.rc');
  const overrides = `dev_overrides {\n    "aiven/aiven" = "${dirname(binary)}"\n  }`;
  writeFileSync(config, `provider_installation {\n  ${overrides}\n  direct {}\n}\n`);
  return config;
};

/** A file of YAML as a value; needs python3 with yaml. */
export const readYaml = async (file: string): Promise<unknown> => {
  const convert = 'import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout, default=str)';
  const { code, out } = await run('python3', ['-c', convert, file]);
  expect(code).toBe(0);
  return JSON.parse(out);
};

/** Tests of a client, or in their place one that is skipped and says why. */
export const describeIf = (isThere: boolean, name: string, why: string, tests: () => void): void => {
  if (isThere) describe(name, tests);
  else describe.skip(`${name} (skipped: ${why})`, tests);
};
