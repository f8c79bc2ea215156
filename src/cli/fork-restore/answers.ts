import { given, serviceCode, type CodeLanguage, type RecoveryTarget } from '../../domain';

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

/** The same fork as code, in each language. */
export const answersCode = (answers: Answers): Readonly<Record<CodeLanguage, string>> => {
  const { project, type, location, target, fork } = answers;
  return serviceCode({
    project,
    service_name: fork.name,
    service_type: type,
    plan: fork.plan,
    cloud_name: fork.cloud,
    user_config: forkKeys(answers),
    ...given({ from: location }),
    latest_transaction: target.kind === 'latest-transaction',
  });
};
