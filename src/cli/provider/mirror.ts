import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, rmdirSync } from 'node:fs';
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
 * Writes the mirror and the CLI configuration, in place of what an earlier version left; gives the path of the executable. The mirror is
 * whole: it needs nothing but Node, also on another machine. @throws FileUnreadableError
 */
export const writeInstallation = (place: Installation, version: string, program: ProviderProgram): string => {
  rmSync(join(place.mirror, providerAddress), { recursive: true, force: true });
  const folder = join(place.mirror, providerAddress, version, program.platform);
  const file = join(folder, `terraform-provider-forkcast_v${version}`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(program.script, file);
  chmodSync(file, 0o755);
  if (program.driver !== undefined) copyFileSync(program.driver.from, join(folder, program.driver.name));
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
