import type { RecoveryTarget } from '../../domain';

/** Which backup location a fork is restored from. */
export type BackupLocation = 'primary' | 'secondary';

/** All that "fork & restore" asks for, answered. */
export interface Answers {
  readonly project: string;
  readonly source: string;
  readonly type: string;
  /** Undefined: the source has one location only, and nothing is insisted on. */
  readonly location: BackupLocation | undefined;
  readonly target: RecoveryTarget;
  readonly fork: { readonly name: string; readonly plan: string; readonly cloud: string };
}

/** The fork keys of `user_config` that the answers mean; the registry finds the time of the newest transaction. */
export const forkKeys = ({ source, target }: Answers): Readonly<Record<string, string>> => ({
  service_to_fork_from: source,
  ...(target.kind === 'time' ? { recovery_target_time: target.time.text } : {}),
  ...(target.kind === 'backup' ? { recovery_basebackup_name: target.backupName } : {}),
});

/** The command line that makes the same fork without questions. */
export const createCommand = (answers: Answers): string =>
  [
    `forkcast service create ${answers.fork.name}`,
    `--project ${answers.project}`,
    `-t ${answers.type}`,
    `-p ${answers.fork.plan}`,
    `--cloud ${answers.fork.cloud}`,
    `--service-to-fork-from ${answers.source}`,
    ...(answers.target.kind === 'latest-transaction' ? ['--latest-transaction'] : []),
    ...(answers.target.kind === 'time' ? [`--recovery-target-time '${answers.target.time.text}'`] : []),
    ...(answers.target.kind === 'backup' ? [`--recovery-basebackup-name ${answers.target.backupName}`] : []),
    ...(answers.location === undefined ? [] : [`--from ${answers.location}`]),
  ].join(' ');
