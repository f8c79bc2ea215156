import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { driverBesideProvider, driverBinary } from '../../registry/embedded';
import { FileUnreadableError, UsageError } from '../errors';

/** What Terraform starts, with what it loads, and on which machine. */
export interface ProviderProgram {
  /** Absolute path of the provider's one file. */
  readonly script: string;
  /** The binary of the database driver, and what it is called beside the file; undefined: there is none here. */
  readonly driver: { readonly from: string; readonly name: string } | undefined;
  /** Such as `linux_amd64`, as Terraform names machines. */
  readonly platform: string;
}

/** Beside the bundled command line, or in the build beside the sources. */
const places = ['.', '../../bin', '../../../dist/bin'];

/** The provider of this package. @throws FileUnreadableError when it is not built; UsageError on a machine that runs no scripts. */
export const providerProgram = (): ProviderProgram => {
  if (process.platform === 'win32') {
    throw new UsageError(
      'On Windows Terraform starts no scripts. Install the provider in the Windows Subsystem for Linux.',
    );
  }
  const candidates = places.map((place) => join(__dirname, place, 'terraform-provider-forkcast.js'));
  const script = candidates.find((candidate) => existsSync(candidate));
  if (script === undefined)
    throw new FileUnreadableError(candidates[0] ?? '', 'it is not there; npm run build makes it');
  const arch = architectures[process.arch] ?? process.arch;
  const binary = driverBinary();
  const driver = binary === undefined ? undefined : { from: binary, name: driverBesideProvider };
  return { script, driver, platform: `${process.platform}_${arch}` };
};

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
