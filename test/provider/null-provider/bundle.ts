import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../../source-tree';

/** Bundles a stand-in, by default the one for hashicorp/null, into one executable file. Takes some 50 ms. */
export const bundleStandIn = (file: string, main = join(__dirname, 'main.ts')): void => {
  mkdirSync(dirname(file), { recursive: true });
  const esbuild = join(repositoryRoot, 'node_modules', '.bin', 'esbuild');
  const { status, stderr } = spawnSync(
    esbuild,
    [
      main,
      '--bundle',
      '--platform=node',
      '--target=node20',
      '--format=cjs',
      // import() of a built-in becomes require(), which loads faster.
      '--supported:dynamic-import=false',
      '--banner:js=#!/usr/bin/env node',
      `--outfile=${file}`,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new RangeError(`The stand-in does not bundle: ${stderr}`);
  chmodSync(file, 0o755);
};

/** Puts the stand-in, or a binary in its place, into a filesystem mirror where Terraform looks for hashicorp/null 3.2.4. */
export const mirrorNull = (mirror: string, binary?: string): void => {
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch === 'arm64' ? 'arm64' : 'x64'];
  const place = join(mirror, 'registry.terraform.io', 'hashicorp', 'null', '3.2.4', `${process.platform}_${arch}`);
  const file = join(place, 'terraform-provider-null_v3.2.4');
  if (binary === undefined) return bundleStandIn(file);
  mkdirSync(place, { recursive: true });
  symlinkSync(binary, file);
};
