/** In which words somebody asks for a service: those of Terraform, constructs, flags of the command line, or fields of the console. */
export const readerLanguages = ['hcl', 'cdktf', 'cli', 'console'] as const;
export type ReaderLanguage = (typeof readerLanguages)[number];

/** Flags of `forkcast service create` that are not `-c KEY`, by the API's name. */
const flags: Readonly<Record<string, string>> = {
  service_name: 'name',
  cloud_name: '--cloud',
  disk_space_mb: '--disk-space-gib',
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

/** What the console calls a setting that it has a field for, by the API's name. */
const fields: Readonly<Record<string, string>> = {
  service_name: 'name',
  cloud_name: 'cloud',
  disk_space_mb: 'disk',
  project_vpc_id: 'VPC',
  static_ips: 'static addresses',
  termination_protection: 'termination protection',
  service_to_fork_from: 'source',
  project_to_fork_from: 'project of the source',
  recovery_target_time: 'point in time',
  recovery_basebackup_name: 'backup',
  latest_transaction: 'latest transaction',
  additional_backup_regions: 'secondary backup location',
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
    case 'console':
      return fields[name] ?? name;
  }
};

/** A size of disk as a reader asks for it: in the unit of the API's key, or in GiB. Never throws. */
export const spelledDisk = (mb: number, language: ReaderLanguage): string =>
  language === 'hcl' || language === 'cdktf' ? String(mb) : `${mb / 1024} GiB`;

const diskSize = /\b(disk_space_mb to )(\d+)/g;
const assignment = /\b([a-z][a-z0-9_]*) = "([^"]*)"/g;
/** A name of the API, of a setting also behind its place; another one with a dot behind it is an address. */
const apiName = /\b(?:user_config\.[a-z][a-z0-9_]*|[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b(?!\.[a-z]))/g;

/** A name of the API, in the words of a reader: what has no places has flags or fields. */
const spelledName = (path: string, language: ReaderLanguage): string => {
  const names = path.split('.');
  const written = language === 'hcl' || language === 'cdktf' ? names : names.slice(-1);
  return written.map((name) => spelledKey(name, language)).join('.');
};

/** A text that names settings as the API does (`disk_space_mb`, `from = "secondary"`), in the words of a reader. Never throws. */
export const spelled = (text: string, language: ReaderLanguage): string => {
  const assigned = (_: string, name: string, value: string): string => {
    switch (language) {
      case 'hcl':
        return `${name} = "${value}"`;
      case 'cdktf':
        return `${spelledKey(name, language)}: '${value}'`;
      case 'cli':
        return `--${name.replaceAll('_', '-')} ${value}`;
      case 'console':
        return `${spelledKey(name, language)} "${value}"`;
    }
  };
  return text
    .replace(diskSize, (_, words: string, mb: string) => words + spelledDisk(Number(mb), language))
    .replace(assignment, assigned)
    .replace(apiName, (name) => spelledName(name, language));
};
