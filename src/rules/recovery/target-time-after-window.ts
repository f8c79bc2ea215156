import { minuteMs, serviceKey, toRfc3339, type EpochMs, type ServiceFacts } from '../../domain';
import { nowOf, recoveryTimeOf } from '../asked';
import { documented, forkPage, fromSchema, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { isLogEndUnknown, readableBackups, recoveryWindow, timeAndWindow } from '../recovery-window';
import { requiredRole } from '../restore-role';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, undecided, violated, type Verdict } from '../verdict';

type Message = 'after-power-off' | 'after-newest-backup';

const logShippedWithinMs = 5 * minuteMs;

/** Rule 34: the time is not after the end of the log. */
export const targetTimeAfterWindow = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Recovery time is after what the backups hold for certain',
  why:
    'The log ends where the service was powered off. The documents differ on the rest: the API restores up ' +
    'to now, the page on forks promises a time up to the newest backup.',
  attribute: 'user_config.recovery_target_time',
  sources: [
    forkPage,
    fromSchema('API reference, ServiceBackupsGet, pitr.primary_region: an absent end means now'),
    documented('documentation, products/postgresql/concepts/pg-backups: the log is shipped every 5 minutes'),
    inferred('nothing is written while a service is powered off'),
  ],
  asks: { about: ['after-primary'], any: ['user_config.recovery_target_time', 'latest_transaction'] },
  predicts: ['recovery_time_out_of_range'],
  messages: {
    'after-power-off': {
      detail: '{time} is after {latest}, when {source} was powered off.',
      remedy: 'Choose a time between {earliest} and {latest}: nothing was written later.',
    },
    'after-newest-backup': {
      severity: 'warning',
      detail: '{time} is after {newest}, the newest backup of {source}: the log in between is replayed.',
      remedy: 'Check the newest rows in the fork; a time up to {newest} needs less of the log.',
    },
  },
  check: (subject) => {
    const { at } = recoveryTimeOf(subject);
    const now = nowOf(subject);
    const source = orStop(liveSourceOf(subject));
    if (at > now || requiredRole(subject, source) === 'secondary') return notApplicable;
    const newest = readableBackups(source, 'primary', now).at(-1)?.completedAt;
    if (isLogEndUnknown(source, subject.facts) && newest !== undefined && at > newest) {
      return undecided(`end of the log of ${serviceKey(source)}, whose cloud is down`);
    }
    return withinLog(source, { at, now });
  },
});

const withinLog = (
  service: ServiceFacts,
  { at, now }: { readonly at: EpochMs; readonly now: EpochMs },
): Verdict<Message> => {
  const source = serviceKey(service);
  const window = orUndecided(recoveryWindow(service, 'primary', now), `recovery window of ${source}`);
  if (window === undefined || at < window.earliest) return notApplicable;
  if (at > window.latest) return violated('after-power-off', { ...timeAndWindow(at, window), source });
  const newest = readableBackups(service, 'primary', now).at(-1)?.completedAt;
  if (newest === undefined || at <= newest + logShippedWithinMs) return pass;
  return violated('after-newest-backup', { time: toRfc3339(at), newest: toRfc3339(newest), source });
};
