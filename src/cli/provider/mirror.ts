import { chmodSync, existsSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeText } from '../files';
import { providerAddress } from './address';
import { directConfiguration } from './cli-configuration';
import type { ProviderProgram } from './program';

/** Where an installation stands. Paths are absolute. */
export interface Installation {
  readonly folder: string;
  /** The filesystem mirror. */
  readonly mirror: string;
  /** The CLI configuration that names the mirror. */
  readonly configuration: string;
}

/** The places of an installation in a folder. Never throws. */
export const installationIn = (folder: string): Installation => ({
  folder,
  mirror: join(folder, 'mirror'),
  configuration: join(folder, 'terraform.rc'),
});

/**
 * Writes the mirror and the CLI configuration, in place of what an earlier version left; gives the path of the executable. Its text
 * does not change when the provider is built anew, so Terraform's lock file stays right. @throws FileUnreadableError
 */
export const writeInstallation = (place: Installation, version: string, program: ProviderProgram): string => {
  rmSync(join(place.mirror, providerAddress), { recursive: true, force: true });
  const name = `terraform-provider-forkcast_v${version}`;
  const file = join(place.mirror, providerAddress, version, program.platform, name);
  writeText('/', file, launcherOf(program));
  chmodSync(file, 0o755);
  writeText('/', place.configuration, directConfiguration(place.mirror));
  return file;
};

/** Removes what an installation wrote, and the folders that are empty then. False: there was none. */
export const removeInstallation = (place: Installation): boolean => {
  const provider = join(place.mirror, providerAddress);
  const wasThere = existsSync(provider) || existsSync(place.configuration);
  rmSync(provider, { recursive: true, force: true });
  rmSync(place.configuration, { force: true });
  for (const folder of [dirname(provider), dirname(dirname(provider)), place.mirror, place.folder]) removeEmpty(folder);
  return wasThere;
};

const removeEmpty = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something else, or is not there.
  }
};

/** `exec`, because Terraform kills the process that it started: a shell in between would leave the provider behind. */
const launcherOf = ({ node, script }: ProviderProgram): string =>
  [
    '#!/bin/sh',
    '# Written by `forkcast provider install`.',
    `node=${quoted(node)}`,
    '[ -x "$node" ] || node=node',
    `exec "$node" ${quoted(script)} "$@"`,
    '',
  ].join('\n');

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
