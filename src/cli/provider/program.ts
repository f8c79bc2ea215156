import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FileUnreadableError, UsageError } from '../errors';

/** What Terraform starts, and on which machine. */
export interface ProviderProgram {
  /** Absolute path of the provider's one file. */
  readonly script: string;
  /** Absolute path of the Node that runs it. */
  readonly node: string;
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
  return { script, node: process.execPath, platform: `${process.platform}_${arch}` };
};

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
