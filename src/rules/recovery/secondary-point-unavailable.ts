import {
  secondMs,
  serviceKey,
  toRfc3339,
  type EpochMs,
  type RecoveryTarget,
  type ServiceFacts,
  type ServiceType,
} from '../../domain';
import { nowOf } from '../asked';
import { sourceKeys } from '../asks';
import { hourlyRestorableSince, isRestorable } from '../backup-retention';
import { backupsPage, documented, fromSchema } from '../cite';
import { liveSourceOf } from '../live-source';
import { passWhileKept } from '../passing-while-kept';
import { recoveryTargetOf, typeOf } from '../recovery-target';
import { isLogEndUnknown, readableBackups, recoveryWindow, timeAndWindow } from '../recovery-window';
import { requiredRole } from '../restore-role';
import { restoredBackup } from '../restored-backup';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import type { Subject } from '../subject';
import { notApplicable, undecided, violated, type Verdict } from '../verdict';

type Message =
  | 'no-region'
  | 'no-copy'
  | 'source-not-made'
  | 'before'
  | 'after'
  | 'no-point-in-time'
  | 'not-copied'
  | 'hourly-too-old';

/** Rule 58: the secondary location holds the point that is asked for. */
export const secondaryPointUnavailable = defineRule({
  severity: 'error',
  scope: 'creation',
  only: 'secondary',
  title: 'Secondary location does not hold the recovery point',
  why:
    'Only backups completed since the second region was set are copied, and with a lag: the secondary ' +
    'window starts later and ends earlier than the primary one.',
  attribute: 'from',
  sources: [
    documented('documentation, Manage backup to another region'),
    fromSchema('API reference, ServiceBackupsGet, pitr.additional_regions'),
    backupsPage,
  ],
  asks: { about: ['secondary'], any: sourceKeys },
  predicts: [
    'secondary_not_available',
    'recovery_time_out_of_range',
    'secondary_no_point_in_time',
    'recovery_backup_not_found',
    'recovery_backup_not_restorable',
  ],
  messages: {
    'no-region': {
      detail: '{source} has no second backup region, so it has no secondary location.',
      remedy: 'Fork from the primary location, or set additional_backup_regions of the source and wait for a copy.',
    },
    'no-copy': {
      detail: 'No backup of {source} has arrived in {region} yet.',
      remedy: 'Wait for the first copy, or fork from the primary location.',
    },
    'source-not-made': {
      detail: '{source} is made in this same run, so nothing has been copied to a second region yet.',
      remedy: 'Fork from the primary location, or fork in a later run.',
    },
    before: {
      detail: '{time} is before {earliest}, the oldest backup of {source} that was copied to {region}.',
      remedy: 'Choose a time between {earliest} and {latest}, or fork from the primary location.',
    },
    after: {
      detail: '{time} is after {latest}, up to where the backups of {source} have been copied to {region}.',
      remedy: 'Choose a time between {earliest} and {latest}, or fork from the primary location.',
    },
    'no-point-in-time': {
      detail: '{title} restores no instant from the secondary location.',
      remedy: 'Leave the time out for the newest copied backup, or fork from the primary location.',
    },
    'not-copied': {
      detail: 'There is no copy of the backup "{name}" of {source} in {region}.',
      remedy: 'Take "{newest}", the newest that was copied, or fork from the primary location.',
    },
    'hourly-too-old': {
      detail: 'The hourly backup "{name}" was completed at {completed}; only those since {since} are restorable.',
      remedy: 'Take a daily backup, or leave the name out for the newest one.',
    },
  },
  check: (subject) => {
    const { request, source } = subject;
    const isAsserted = request.from === 'secondary';
    if (source.kind === 'declared') {
      return isAsserted ? violated('source-not-made', { source: source.request.address }) : notApplicable;
    }
    const service = orStop(liveSourceOf(subject));
    if (requiredRole(subject, service) === 'primary') return notApplicable;
    const region = service.backupRegion.cloud;
    if (region === null) return isAsserted ? violated('no-region', { source: serviceKey(service) }) : notApplicable;
    const now = nowOf(subject);
    if (readableBackups(service, 'secondary', now).length === 0) {
      return isAsserted ? violated('no-copy', { source: serviceKey(service), region }) : notApplicable;
    }
    const target = orStop(recoveryTargetOf(subject));
    const type = orStop(typeOf(subject));
    const verdict =
      pointVerdict(subject, service, target, { region, type, now }) ?? backupVerdict(service, target, { region, now });
    const backup = restoredBackup(service, target, { role: 'secondary', now });
    return verdict ?? passWhileKept(subject, service, { backup, now });
  },
});

const pointVerdict = (
  { facts }: Subject,
  service: ServiceFacts,
  target: RecoveryTarget,
  { region, type, now }: { readonly region: string; readonly type: ServiceType; readonly now: EpochMs },
): Verdict<Message> | undefined => {
  if (target.kind !== 'time' && target.kind !== 'latest-transaction') return undefined;
  if (!type.backupRegionPointInTime) return violated('no-point-in-time', { title: type.title });
  if (target.kind === 'latest-transaction') return undefined;
  const { at } = target.time;
  if (at > now) return notApplicable;
  const source = serviceKey(service);
  const window = orUndecided(recoveryWindow(service, 'secondary', now), `secondary recovery window of ${source}`);
  if (window === undefined) return violated('no-copy', { source, region });
  const { earliest, latest } = window;
  const data = { ...timeAndWindow(at, window), source, region };
  if (at < earliest) return violated('before', data);
  const newest = readableBackups(service, 'secondary', now).at(-1)?.completedAt ?? latest;
  if (isLogEndUnknown(service, facts) && at > newest && at < latest) {
    return undecided(`end of the log of ${source}, whose cloud is down`);
  }
  if (service.windows === null && Math.abs(at - latest) < lagToldWithinMs) {
    return undecided(`lag of the copies of ${source}, to the millisecond`);
  }
  return at > latest ? violated('after', data) : undefined;
};

/** The lag of copies is told in whole seconds: an end that follows from it is right to the second only. */
const lagToldWithinMs = secondMs;

const backupVerdict = (
  service: ServiceFacts,
  target: RecoveryTarget,
  { region, now }: { readonly region: string; readonly now: EpochMs },
): Verdict<Message> | undefined => {
  if (target.kind !== 'backup') return undefined;
  const name = target.backupName;
  const backup = restoredBackup(service, target, { role: 'secondary', now });
  if (backup === undefined) {
    const newest = readableBackups(service, 'secondary', now).at(-1)?.name ?? '';
    return violated('not-copied', { name, source: serviceKey(service), region, newest });
  }
  if (isRestorable(backup, service, now)) return undefined;
  const instants = { completed: toRfc3339(backup.completedAt), since: toRfc3339(hourlyRestorableSince(service, now)) };
  return violated('hourly-too-old', { name, ...instants });
};
