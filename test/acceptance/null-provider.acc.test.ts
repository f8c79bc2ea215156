import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasGenuineNull, requiresNull, withoutConfig } from './genuine-null';
import { mirrorNull } from '../provider/null-provider/bundle';
import { engine } from './workshop';

const configuration = (trigger: string): string => `
${requiresNull}
resource "null_resource" "carrier" {
  triggers = { settings = "${trigger}" }

  provisioner "local-exec" {
    command = "echo ${trigger} >> made.log"
  }
}
`;

type Provider = { readonly name: string; readonly isStandIn: boolean };

/** A folder with the configuration, where `terraform` finds the provider in a mirror or asks the registry for it. */
const aFolder = ({ isStandIn }: Provider) => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-null-'));
  const rc = join(folder, 'terraform.rc');
  const write = (trigger: string): void => writeFileSync(join(folder, 'main.tf'), configuration(trigger));
  write('one');
  if (isStandIn) {
    mirrorNull(join(folder, 'mirror'));
    const mirror = `filesystem_mirror {\n    path = "${join(folder, 'mirror')}"\n  }`;
    writeFileSync(rc, `provider_installation {\n  ${mirror}\n}\n`);
  }
  const env = { ...withoutConfig(), ...(isStandIn ? { TF_CLI_CONFIG_FILE: rc } : {}) };
  const terraform = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(engine, args, { cwd: folder, env, encoding: 'utf8' });
    return { status, text: stdout + stderr };
  };
  return { folder, write, terraform };
};

const lives = (provider: Provider) => () => {
  const { folder, write, terraform } = aFolder(provider);
  expect(terraform('init', '-input=false', '-no-color')).toMatchObject({ status: 0 });
  const planned = terraform('plan', '-input=false', '-no-color', '-out=plan.bin');
  expect(planned.text).toContain('1 to add, 0 to change, 0 to destroy');
  expect(terraform('apply', '-input=false', '-no-color', 'plan.bin')).toMatchObject({ status: 0 });
  expect(terraform('plan', '-input=false', '-no-color', '-detailed-exitcode')).toMatchObject({ status: 0 });
  write('two');
  const replaced = terraform('apply', '-input=false', '-no-color', '-auto-approve');
  expect(replaced.text).toContain('1 added, 0 changed, 1 destroyed');
  expect(readFileSync(join(folder, 'made.log'), 'utf8')).toBe('one\ntwo\n');
  expect(terraform('destroy', '-input=false', '-no-color', '-auto-approve').text).toContain('1 destroyed');
  rmSync(folder, { recursive: true, force: true });
};

const genuine: Provider = { name: 'the genuine hashicorp/null', isStandIn: false };
const standIn: Provider = { name: 'the stand-in for hashicorp/null', isStandIn: true };
const story = 'is made, unchanged by a second plan, replaced by a new trigger and destroyed by terraform';

describe('null_resource', () => {
  test(`of ${standIn.name} ${story}`, lives(standIn));

  if (hasGenuineNull()) test(`of ${genuine.name} ${story}`, lives(genuine));
  else test.skip(`of ${genuine.name}, which is not to be had here, ${story}`, lives(genuine));
});
