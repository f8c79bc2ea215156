import type { PathRules } from './ports';

/** What may tell Terraform where Forkcast's provider is. */
interface Surroundings {
  readonly environment: (name: string) => string | undefined;
  readonly home: string;
  readonly exists: (path: string) => boolean;
  /** The text of a file; undefined: there is none, or it cannot be read. */
  readonly read: (path: string) => string | undefined;
  readonly paths: Pick<PathRules, 'join'>;
}

const namesPlaces = /filesystem_mirror|network_mirror|dev_overrides/;
const mirrors = ['.terraform.d/plugins', '.local/share/terraform/plugins', '.local/share/opentofu/plugins'];

/**
 * Whether Terraform may find a provider that no registry has: its configuration names a place, a mirror at home has it, or a running one is
 * named. A configuration is not read further than that, so that nobody is told of a lack that there is none of. Never throws.
 */
export const mayFindProvider = (host: string, { environment, home, exists, read, paths }: Surroundings): boolean => {
  if (environment('TF_REATTACH_PROVIDERS') || environment('TF_CLI_ARGS_init')?.includes('plugin-dir')) return true;
  if (mirrors.some((mirror) => exists(paths.join(home, mirror, host)))) return true;
  const named = environment('TF_CLI_CONFIG_FILE');
  const files = named ? [named] : ['.terraformrc', '.tofurc'].map((name) => paths.join(home, name));
  return files.some((file) => namesPlaces.test(read(file) ?? ''));
};
