import type { EpochMs, RecoveryTarget, ServiceFacts } from '../domain';
import { isLogEndUnknown, latestOf, type Role } from './recovery-window';
import { restoredBackup } from './restored-backup';
import type { Subject } from './subject';

/** Where a restore is read from, and when. */
export interface Serving {
  readonly role: Role;
  readonly now: EpochMs;
}

/** The instant whose state a fork gets; undefined: nothing is restorable, or nobody publishes where the log ends. Never throws. */
export const recoveryPointOf = (
  { facts }: Pick<Subject, 'facts'>,
  service: ServiceFacts,
  target: RecoveryTarget,
  { role, now }: Serving,
): EpochMs | undefined => {
  if (target.kind === 'time') return target.time.at;
  if (target.kind !== 'latest-transaction') return restoredBackup(service, target, { role, now })?.completedAt;
  if (isLogEndUnknown(service, facts)) return undefined;
  return latestOf(service, role, now);
};

/** The end of what was written, wherever it is kept; undefined: nobody publishes it. Never throws. */
export const logEndOf = (subject: Pick<Subject, 'facts'>, service: ServiceFacts, now: EpochMs): EpochMs | undefined =>
  recoveryPointOf(subject, service, { kind: 'latest-transaction' }, { role: 'primary', now });
