import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mirrorStandIn } from '../provider/null-provider/bundle';

const configuration = (trigger: string): string => `
terraform {
  required_providers {
    null = {
      source  = "hashicorp/null"
      version = "3.2.4"
    }
  }
}

resource "null_resource" "carrier" {
  triggers = { settings = "${trigger}" }

  provisioner "local-exec" {
    command = "echo ${trigger} >> made.log"
  }
}
`;

describe.each(['the genuine hashicorp/null', 'the stand-in for hashicorp/null'])('null_resource of %s', (name) => {
  const isGenuine = name.startsWith('the genuine');
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-null-'));
  const environment = isGenuine
    ? withoutConfig()
    : { ...withoutConfig(), TF_CLI_CONFIG_FILE: join(folder, 'terraform.rc') };

  const terraform = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('terraform', args, {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    });
    return { status, text: stdout + stderr };
  };

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(`${name} is made, unchanged by a second plan, replaced by a new trigger and destroyed by terraform`, () => {
    writeFileSync(join(folder, 'main.tf'), configuration('one'));
    if (!isGenuine) {
      mirrorStandIn(join(folder, 'mirror'));
      const mirror = `filesystem_mirror {\n    path = "${join(folder, 'mirror')}"\n  }`;
      writeFileSync(join(folder, 'terraform.rc'), `provider_installation {\n  ${mirror}\n}\n`);
    }
    const initialised = terraform('init', '-input=false', '-no-color');
    if (isGenuine && initialised.status !== 0) {
      // Where the registry cannot be reached, the stand-in below is the only evidence.
      expect(initialised.text).toMatch(/could not connect|Failed to|failed to|no such host|timeout/i);
      return;
    }
    expect(initialised).toMatchObject({ status: 0 });
    const planned = terraform('plan', '-input=false', '-no-color', '-out=plan.bin');
    expect(planned.text).toContain('1 to add, 0 to change, 0 to destroy');
    expect(terraform('apply', '-input=false', '-no-color', 'plan.bin')).toMatchObject({ status: 0 });
    expect(terraform('plan', '-input=false', '-no-color', '-detailed-exitcode')).toMatchObject({ status: 0 });
    writeFileSync(join(folder, 'main.tf'), configuration('two'));
    const replaced = terraform('apply', '-input=false', '-no-color', '-auto-approve');
    expect(replaced.text).toContain('1 added, 0 changed, 1 destroyed');
    expect(readFileSync(join(folder, 'made.log'), 'utf8')).toBe('one\ntwo\n');
    expect(terraform('destroy', '-input=false', '-no-color', '-auto-approve').text).toContain('1 destroyed');
  });
});

/** The environment without a command line configuration of the machine. */
function withoutConfig(): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'TF_CLI_CONFIG_FILE')),
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    TF_REGISTRY_CLIENT_TIMEOUT: '5',
    TF_REGISTRY_DISCOVERY_RETRY: '0',
  };
}
