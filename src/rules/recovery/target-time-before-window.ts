import { serviceKey, toRfc3339, type EpochMs, type RecoveryTime, type ServiceFacts } from '../../domain';
import { asWritten, nowOf, recoveryTimeOf } from '../asked';
import { documented, forkPage, fromSchema, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { passWhileKept } from '../passing-while-kept';
import { recoveryWindow, timeAndWindow } from '../recovery-window';
import { requiredRole } from '../restore-role';
import { restoredBackup } from '../restored-backup';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import type { Subject } from '../subject';
import { notApplicable, pass, violated, type Verdict } from '../verdict';

type Message = 'before' | 'before-first-backup' | 'before-source';

/** Rule 33: the time is not before the oldest backup that is kept. */
export const targetTimeBeforeWindow = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Recovery time is before the recovery window',
  why: 'The window moves on with every backup that expires: a time that is right today is refused some days later.',
  attribute: 'user_config.recovery_target_time',
  sources: [
    forkPage,
    documented('documentation, products/postgresql/concepts/pg-backups'),
    fromSchema('API reference, ServiceBackupsGet, pitr.primary_region'),
    inferred('the window starts at the oldest backup kept; it holds until maxCount newer ones exist'),
  ],
  asks: { any: ['user_config.recovery_target_time'], about: ['before-primary'] },
  predicts: ['recovery_time_out_of_range'],
  messages: {
    before: {
      detail: '{time} is before {earliest}, the earliest time that {source} can be restored to in {location}.',
      remedy: 'Choose a time between {earliest} and {latest}.',
    },
    'before-first-backup': {
      detail: '{time} is before {earliest}, when the first backup of {source} will be complete.',
      remedy: 'Leave the time out: the fork then gets that first backup.',
    },
    'before-source': {
      detail: '{time} is before {now}, and {source} is made in this same run: it has no earlier state.',
      remedy: 'Leave the time out: the fork then gets the first backup of {source}.',
    },
  },
  check: (subject) => {
    const time = recoveryTimeOf(subject);
    const { at } = time;
    const now = nowOf(subject);
    if (at > now) return notApplicable;
    if (subject.source.kind === 'declared') return ofDeclaredSource(time, now, subject.source.request.address);
    const service = orStop(liveSourceOf(subject));
    if (requiredRole(subject, service) === 'secondary') return notApplicable;
    const source = serviceKey(service);
    const window = orUndecided(recoveryWindow(service, 'primary', now), `recovery window of ${source}`);
    if (window === undefined) return beforeFirstBackup(subject, service, time);
    const { earliest, location } = window;
    if (at < earliest)
      return violated('before', { ...timeAndWindow(at, window), time: asWritten(time), source, location });
    const backup = restoredBackup(service, { kind: 'time', time }, { role: 'primary', now });
    return passWhileKept(subject, service, { backup, now });
  },
});

const ofDeclaredSource = (time: RecoveryTime, now: EpochMs, source: string): Verdict<Message> =>
  time.at < now ? violated('before-source', { time: asWritten(time), now: toRfc3339(now), source }) : pass;

const beforeFirstBackup = ({ request }: Subject, service: ServiceFacts, time: RecoveryTime): Verdict<Message> => {
  const { firstBackupAt } = service;
  if (!request.waitsForSource || typeof firstBackupAt !== 'number' || time.at >= firstBackupAt) return notApplicable;
  const instants = { time: asWritten(time), earliest: toRfc3339(firstBackupAt) };
  return violated('before-first-backup', { ...instants, source: serviceKey(service) });
};
