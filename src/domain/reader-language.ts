/** In which words somebody declares a service: Terraform's own language, constructs, or flags of the command line. */
export const readerLanguages = ['hcl', 'cdktf', 'cli'] as const;
export type ReaderLanguage = (typeof readerLanguages)[number];

/** Flags of `forkcast service create` that are not `-c KEY`, by the API's name. */
const flags: Readonly<Record<string, string>> = {
  service_name: 'name',
  cloud_name: '--cloud',
  disk_space_mb: '--disk-space-gib (in GiB)',
  maintenance_window_dow: '--maintenance-dow',
  maintenance_window_time: '--maintenance-time',
  tech_emails: '--tech-email',
  project_vpc_id: '--project-vpc-id',
  static_ips: '--static-ip',
  termination_protection: '--enable-termination-protection',
  service_to_fork_from: '--service-to-fork-from',
  project_to_fork_from: '--project-to-fork-from',
  recovery_target_time: '--recovery-target-time',
  recovery_basebackup_name: '--recovery-basebackup-name',
  latest_transaction: '--latest-transaction',
};

/** The API's name of a setting, in the words of a reader. Never throws. */
export const spelledKey = (name: string, language: ReaderLanguage): string => {
  switch (language) {
    case 'hcl':
      return name;
    case 'cdktf':
      return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    case 'cli':
      return flags[name] ?? `-c ${name}`;
  }
};

const assignment = /\b([a-z][a-z0-9_]*) = "([^"]*)"/g;
/** A name of the API; one with a dot behind it is an address. */
const apiName = /\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b(?!\.[a-z])/g;

/** A text that names settings as the API does (`disk_space_mb`, `from = "secondary"`), in the words of a reader. Never throws. */
export const spelled = (text: string, language: ReaderLanguage): string => {
  const assigned = (_: string, name: string, value: string): string =>
    language === 'hcl'
      ? `${name} = "${value}"`
      : language === 'cdktf'
        ? `${spelledKey(name, language)}: '${value}'`
        : `--${name.replaceAll('_', '-')} ${value}`;
  return text.replace(assignment, assigned).replace(apiName, (name) => spelledKey(name, language));
};
