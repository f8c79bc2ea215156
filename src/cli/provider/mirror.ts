import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, writeText } from '../files';
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

/** What was written. */
interface Written {
  /** Absolute path of the executable. */
  readonly executable: string;
  /** It takes the place of another build of the same version, which lock files hold the checksum of. */
  readonly isOtherBuild: boolean;
}

/**
 * Writes the mirror and the CLI configuration, in place of what an earlier version left. The mirror is
 * whole: it needs nothing but Node, also on another machine. @throws FileUnreadableError
 */
export const writeInstallation = (place: Installation, version: string, program: ProviderProgram): Written => {
  const folder = join(place.mirror, providerAddress, version, program.platform);
  const file = join(folder, `terraform-provider-forkcast_v${version}`);
  const isOtherBuild = existsSync(file) && !readFileSync(file).equals(readFileSync(program.script));
  makeFolder(place.mirror);
  rmSync(join(place.mirror, providerAddress), { recursive: true, force: true });
  makeFolder(folder);
  copyFileSync(program.script, file);
  chmodSync(file, 0o755);
  if (program.driver !== undefined) copyFileSync(program.driver.from, join(folder, program.driver.name));
  writeText('/', place.configuration, directConfiguration(place.mirror));
  return { executable: file, isOtherBuild };
};

/** Removes what an installation wrote, and the folders that are empty then. False: there was none. */
export const removeInstallation = (place: Installation): boolean => {
  const provider = join(place.mirror, providerAddress);
  // Node's force does not help where what stands above a path is a file.
  const there = [provider, place.configuration].filter((path) => existsSync(path));
  for (const path of there) rmSync(path, { recursive: true, force: true });
  for (const folder of [dirname(provider), dirname(dirname(provider)), place.mirror, place.folder]) removeEmpty(folder);
  return there.length > 0;
};

const removeEmpty = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something else, or is not there.
  }
};
