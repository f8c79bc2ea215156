import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engine } from './workshop';

/** What asks for hashicorp/null, in the version of the bindings. */
export const requiresNull =
  'terraform {\n  required_providers {\n    null = {\n      source  = "hashicorp/null"\n      version = "3.2.4"\n    }\n  }\n}\n';

/** The environment without a command line configuration of the machine. */
export const withoutConfig = (): NodeJS.ProcessEnv => ({
  ...process.env,
  TF_CLI_CONFIG_FILE: undefined,
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  TF_REGISTRY_CLIENT_TIMEOUT: '5',
  TF_REGISTRY_DISCOVERY_RETRY: '0',
});

/** Whether terraform gets the genuine hashicorp/null here: from the registry, or from a folder that it looks into by itself. */
export const hasGenuineNull = (): boolean => {
  const cwd = mkdtempSync(join(tmpdir(), 'forkcast-null-'));
  writeFileSync(join(cwd, 'main.tf'), requiresNull);
  const { status } = spawnSync(engine, ['init', '-input=false'], { cwd, env: withoutConfig(), encoding: 'utf8' });
  rmSync(cwd, { recursive: true, force: true });
  return status === 0;
};
