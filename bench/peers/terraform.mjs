import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { processorMs, quietEnv, runProgram } from '../kit/processes.mjs';

const platform = `${process.platform}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;

/** Puts programs of providers into one mirror, and returns the environment in which Terraform finds them there and asks nobody. */
export const mirrorOf = (root, programs) => {
  for (const { address, version, file } of programs) {
    const place = join(
      root,
      'mirror',
      address,
      version,
      platform,
      `terraform-provider-${address.split('/')[2]}_v${version}`,
    );
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(file, place);
  }
  const config = join(root, 'terraform.rc');
  writeFileSync(
    config,
    `provider_installation {\n  filesystem_mirror {\n    path = "${join(root, 'mirror')}"\n  }\n}\n`,
  );
  return { ...quietEnv, TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
};

/** A folder with a configuration, ready to be planned; `plan` gives the processor time of all its processes in ms. */
export const openPlan = (root, label, configuration, env) => {
  const cwd = join(root, label);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'main.tf.json'), JSON.stringify(configuration));
  runProgram('terraform', ['init', '-input=false'], { cwd, env });
  return () => processorMs('terraform', ['plan', '-input=false'], { cwd, env });
};
