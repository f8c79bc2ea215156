import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { providerAddress } from '../../src/cli/provider/address';
import { withMirror, withoutMirror } from '../../src/cli/provider/cli-configuration';
import { installationIn, removeInstallation, writeInstallation } from '../../src/cli/provider/mirror';
import { addToUser, removeFromUser, userConfigurationPath } from '../../src/cli/provider/user-configuration';
import { providerAddress as servedAddress } from '../../src/provider/address';
import { aFolder, forkcast } from './a-terminal';

const folder = aFolder();
const program = () => {
  const [script, from] = [join(folder.path, 'provider.js'), join(folder.path, 'driver.node')];
  writeFileSync(script, '#!/usr/bin/env node\n');
  writeFileSync(from, 'binary');
  return { script, driver: { from, name: 'sqlite.node' }, platform: 'linux_amd64' };
};

test('the address is the one that the provider is served at', () => {
  expect(providerAddress).toBe(servedAddress);
});

describe('an installation', () => {
  test('is a mirror as Terraform reads it, whole: one executable, and the driver beside it', () => {
    const place = installationIn(join(folder.path, 'one'));
    const { executable: file } = writeInstallation(place, '1.2.3', program());
    expect(file).toBe(
      join(place.mirror, 'terraform.local/forkcast/forkcast/1.2.3/linux_amd64/terraform-provider-forkcast_v1.2.3'),
    );
    expect(statSync(file).mode & 0o111).toBe(0o111);
    expect(readFileSync(file, 'utf8')).toBe('#!/usr/bin/env node\n');
    expect(readdirSync(dirname(file)).sort()).toEqual(['sqlite.node', 'terraform-provider-forkcast_v1.2.3']);
    expect(readFileSync(place.configuration, 'utf8')).toContain(`path    = "${place.mirror}"`);
  });

  test('takes the place of the one before it, and is removed with the folders it made', () => {
    const place = installationIn(join(folder.path, 'two'));
    const { executable: old } = writeInstallation(place, '1.2.3', program());
    writeInstallation(place, '1.2.4', program());
    expect(existsSync(old)).toBe(false);
    expect(removeInstallation(place)).toBe(true);
    expect(existsSync(place.folder)).toBe(false);
    expect(removeInstallation(place)).toBe(false);
  });

  test('tells when it is another build of the same version, whose checksum differs', () => {
    const place = installationIn(join(folder.path, 'four'));
    const built = program();
    const again = () => writeInstallation(place, '1.2.3', built).isOtherBuild;
    expect([again(), again()]).toEqual([false, false]);
    writeFileSync(built.script, '#!/usr/bin/env node\n// anew\n');
    expect(again()).toBe(true);
  });

  test('is refused where no folder can be made', async () => {
    writeFileSync(join(folder.path, 'a-file'), '');
    for (const dir of existsSync('/proc') ? ['a-file/x', '/proc/x/y'] : ['a-file/x']) {
      const ran = await forkcast(['provider', 'install', '--dir', dir], { cwd: folder.path });
      expect([ran.exitCode, ran.err]).toEqual([3, expect.stringContaining('no folder can be made there')]);
    }
  });

  test('leaves what others keep beside it', () => {
    const place = installationIn(join(folder.path, 'three'));
    writeInstallation(place, '1.2.3', program());
    const other = join(place.mirror, 'registry.terraform.io');
    mkdirSync(other);
    removeInstallation(place);
    expect(existsSync(other)).toBe(true);
  });
});

describe("a user's own configuration", () => {
  const own = 'credentials "example.com" {\n  token = "x"\n}\n';

  test('gets the mirror between two marks, once, and gets rid of it again', () => {
    const once = withMirror(own, '/mirror');
    if (once.kind !== 'added') throw new RangeError('It was refused.');
    expect(once.text).toContain('provider_installation');
    expect(withMirror(once.text, '/mirror')).toEqual(once);
    expect(withoutMirror(once.text)).toBe(own);
  });

  test('that says already where providers come from is left alone, with the lines to add', () => {
    const file = join(folder.path, 'own.rc');
    writeFileSync(file, 'provider_installation {\n  direct {}\n}\n');
    const lines = addToUser(file, installationIn('/opt/forkcast'));
    expect(lines?.join(' ')).toContain('path    = "/opt/forkcast/mirror"');
    expect(readFileSync(file, 'utf8')).toBe('provider_installation {\n  direct {}\n}\n');
  });

  test('that nobody had is removed when nothing is left of it', () => {
    const file = join(folder.path, 'new.rc');
    expect(addToUser(file, installationIn('/opt/forkcast'))).toBeUndefined();
    expect(removeFromUser(file)).toBe(true);
    expect(existsSync(file)).toBe(false);
  });

  test('is the one that the environment names, but never the installed one', () => {
    const place = installationIn('/opt/forkcast');
    const at = (named?: string) => ({ cwd: '/project', env: { HOME: '/home/me', TF_CLI_CONFIG_FILE: named } });
    expect(userConfigurationPath(at(), place)).toBe('/home/me/.terraformrc');
    expect(userConfigurationPath(at('mine.rc'), place)).toBe('/project/mine.rc');
    expect(userConfigurationPath(at(place.configuration), place)).toBe('/home/me/.terraformrc');
  });
});

test('provider uninstall of a file, or of a folder with a file where the mirror would be, removes nothing', async () => {
  for (const [file, dir] of [
    ['plain', 'plain'],
    ['mirror', '.'],
  ] as const) {
    writeFileSync(join(folder.path, file), '');
    const ran = await forkcast(['provider', 'uninstall', '--dir', dir], {
      cwd: folder.path,
      env: { HOME: folder.path },
    });
    expect([ran.exitCode, ran.out]).toEqual([0, expect.stringContaining('There is no installation in')]);
    expect(existsSync(join(folder.path, file))).toBe(true);
  }
});

test('provider uninstall says when there was nothing', async () => {
  const ran = await forkcast(['provider', 'uninstall'], { cwd: folder.path, env: { HOME: folder.path } });
  expect(ran).toMatchObject({ exitCode: 0, out: `There is no installation in ${folder.path}/.forkcast/provider.\n` });
});

const isBuilt = existsSync(join(__dirname, '../../dist/bin/terraform-provider-forkcast.js'));

(isBuilt ? describe : describe.skip)('provider install, once the provider is built', () => {
  test('prints two lines to export and how to undo it, and leaves the own configuration alone', async () => {
    const ran = await forkcast(['provider', 'install'], { cwd: folder.path, env: { HOME: folder.path } });
    expect(ran.exitCode).toBe(0);
    expect(ran.out.match(/^export .*$/gm)).toEqual([
      `export TF_CLI_CONFIG_FILE=${folder.path}/.forkcast/provider/terraform.rc`,
      'export CHECKPOINT_DISABLE=1',
    ]);
    expect(ran.out).toContain('Undo: unset TF_CLI_CONFIG_FILE CHECKPOINT_DISABLE; forkcast provider uninstall\n');
    expect(existsSync(join(folder.path, '.terraformrc'))).toBe(false);
  });

  test('adds to the own configuration when told to, and uninstall takes it out', async () => {
    const at = { cwd: folder.path, env: { HOME: folder.path } };
    const ran = await forkcast(['provider', 'install', '--configure-user'], at);
    expect(ran.out).toContain('there is nothing to export');
    expect(readFileSync(join(folder.path, '.terraformrc'), 'utf8')).toContain('filesystem_mirror');
    const gone = await forkcast(['provider', 'uninstall'], at);
    expect(gone.out).toContain(`Taken out of ${folder.path}/.terraformrc.`);
    expect(existsSync(join(folder.path, '.terraformrc'))).toBe(false);
  });
});
