import { resolve } from 'node:path';
import { shellText } from '../../domain';
import type { CommandDefinition, Result } from '../command';
import { done, stopped } from '../command';
import { providerAddress } from '../provider/address';
import { installationIn, writeInstallation, removeInstallation } from '../provider/mirror';
import { addToUser, userConfigurationPath, removeFromUser } from '../provider/user-configuration';

const defaultFolder = '.forkcast/provider';

/** `forkcast provider install`. */
export const providerInstall: CommandDefinition = {
  name: 'provider install',
  summary: 'let Terraform and CDKTF find the Forkcast provider, without a network',
  about:
    'Writes a filesystem mirror and a CLI configuration that names it, and prints the two lines to export. Your own ' +
    'configuration of Terraform stays as it is, unless --configure-user says otherwise.',
  examples: {
    'forkcast provider install': `in ${defaultFolder}; export the two lines, then terraform init`,
    'forkcast provider install --configure-user': 'adds it to ~/.terraformrc: nothing to export',
  },
  exitCodes: { 1: 'your own configuration says already where providers come from; nothing in it was changed' },
  place: 'none',
  declare: (inputs) => {
    const dir = inputs.text('--dir <dir>', `the folder to write to (default: ${defaultFolder})`);
    const configureUser = inputs.flag('--configure-user', "add it to the user's own Terraform configuration");
    return async ({ terminal }) => {
      const { providerProgram } = await import('../provider/program.js');
      const place = installationIn(resolve(terminal.cwd, dir() ?? defaultFolder));
      const { executable, isOtherBuild } = writeInstallation(place, terminal.version, providerProgram());
      const exports = { TF_CLI_CONFIG_FILE: place.configuration, CHECKPOINT_DISABLE: '1' };
      const own = configureUser() ? userConfigurationPath(terminal, place) : undefined;
      const byHand = own === undefined ? undefined : addToUser(own, place);
      const json = {
        provider: providerAddress,
        version: terminal.version,
        executable,
        mirror: place.mirror,
        configuration: place.configuration,
        user_configuration: own !== undefined && byHand === undefined ? own : null,
        exports,
      };
      const heading = `${providerAddress} ${terminal.version} is in ${place.mirror}`;
      if (own !== undefined && byHand !== undefined) return refused(heading, own, byHand, json);
      const undo = `forkcast provider uninstall${dir() === undefined ? '' : ` --dir ${shellText(place.folder)}`}`;
      const found =
        own === undefined
          ? ['', ...Object.entries(exports).map(([name, value]) => `export ${name}=${shellText(value)}`), '']
          : [`It was added to ${own}: there is nothing to export.`];
      return done(
        [
          heading,
          ...(isOtherBuild ? [otherBuild] : []),
          ...found,
          'Then: terraform init, or cdktf deploy --skip-provider-lock',
          `Undo: ${own === undefined ? `unset ${Object.keys(exports).join(' ')}; ` : ''}${undo}`,
        ].join('\n'),
        json,
      );
    };
  },
};

const otherBuild =
  'It is another build of this version: where terraform init ran before, remove .terraform.lock.hcl and run it again.';

const refused = (heading: string, own: string, lines: readonly string[], json: Result['json']): Result =>
  stopped(
    [
      heading,
      `${own} has a block provider_installation already, and Terraform allows one. It was not changed; put this into the block:`,
      ...lines.map((line) => `  ${line}`),
    ].join('\n'),
    json,
  );

/** `forkcast provider uninstall`. */
export const providerUninstall: CommandDefinition = {
  name: 'provider uninstall',
  summary: 'take back what provider install wrote',
  about:
    'Removes the mirror, its CLI configuration, and what was added to your own one. Nothing else in it is touched.',
  examples: { 'forkcast provider uninstall': `what stands in ${defaultFolder}` },
  place: 'none',
  declare: (inputs) => {
    const dir = inputs.text('--dir <dir>', `the folder it was written to (default: ${defaultFolder})`);
    return ({ terminal }) => {
      const place = installationIn(resolve(terminal.cwd, dir() ?? defaultFolder));
      const own = userConfigurationPath(terminal, place);
      const wasUsers = removeFromUser(own);
      const wasThere = removeInstallation(place);
      const lines = [
        wasThere ? `Removed from ${place.folder}.` : `There is no installation in ${place.folder}.`,
        ...(wasUsers ? [`Taken out of ${own}.`] : []),
      ];
      const json = { folder: place.folder, removed: wasThere, user_configuration: wasUsers ? own : null };
      return Promise.resolve(done(lines.join('\n'), json));
    };
  },
};
