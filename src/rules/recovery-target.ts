import { parseRecoveryTime, type JsonValue, type RecoveryTarget, type RecoveryTime, type ServiceType } from '../domain';
import { oncePer } from './once-per';
import { read, stopped, type Reading } from './reading';
import type { Subject } from './subject';
import { notApplicable, undecided } from './verdict';

/** Whether the type's schema has a key. */
export const hasKey = (type: ServiceType, key: string): boolean => keysOf(type).has(key);

/** A fork, or a replica by a fork key, of a type that has none: that is what matters, and what one rule tells. */
export const isNeverForked = ({ isFork, replicaOf }: Subject, { forkable }: ServiceType): boolean =>
  !forkable && (isFork || replicaOf !== undefined);

/** The keys of the type's schema, in its order. */
export const keysOf = oncePer(
  (type: ServiceType): ReadonlySet<string> => new Set(type.userConfig.map(({ key }) => key)),
);

/** The service type, or the verdict without it: undecided while it is unknown, not applicable when there is no such type. */
export const typeOf = (subject: Subject): Reading<ServiceType> => {
  if (!subject.type.known) return stopped(undecided(`service_type of ${subject.request.address}`));
  return subject.type.value ? read(subject.type.value) : stopped(notApplicable);
};

/** The value of a setting that is written, or the verdict without it. */
export const writtenSetting = (subject: Subject, key: string): Reading<JsonValue> => {
  const setting = subject.setting(key);
  if (!setting.known) return stopped(undecided(`user_config.${key} of ${subject.request.address}`));
  return setting.value === undefined ? stopped(notApplicable) : read(setting.value);
};

/** The recovery time as it is written, and what it means (undefined: it is none), read once for all rules; or the verdict without it. */
export const writtenTime = oncePer(
  (subject: Subject): Reading<{ readonly written: JsonValue; readonly time: RecoveryTime | undefined }> => {
    const setting = writtenSetting(subject, 'recovery_target_time');
    if (setting.kind === 'stopped') return setting;
    const written = setting.value;
    return read({ written, time: typeof written === 'string' ? parseRecoveryTime(written) : undefined });
  },
);

/**
 * What the fork asks to be restored to. Not applicable when it is no fork, or when its recovery keys are at fault themselves:
 * other rules say so.
 */
export const recoveryTargetOf = oncePer((subject: Subject): Reading<RecoveryTarget> => {
  if (!subject.isFork) return stopped(notApplicable);
  const type = typeOf(subject);
  if (type.kind === 'stopped') return type;
  if (subject.request.latestTransaction) {
    return hasKey(type.value, 'recovery_target_time') ? read({ kind: 'latest-transaction' }) : stopped(notApplicable);
  }
  const time = writtenTime(subject);
  if (time.kind === 'read') {
    const { time: meant } = time.value;
    return meant && hasKey(type.value, 'recovery_target_time')
      ? read({ kind: 'time', time: meant })
      : stopped(notApplicable);
  }
  if (time.verdict.kind === 'undecided') return time;
  const name = subject.setting('recovery_basebackup_name');
  if (!name.known) return stopped(undecided(`user_config.recovery_basebackup_name of ${subject.request.address}`));
  if (name.value === undefined) return read(targetByDefault(subject, type.value));
  return typeof name.value === 'string' && hasKey(type.value, 'recovery_basebackup_name')
    ? read({ kind: 'backup', backupName: name.value })
    : stopped(notApplicable);
});

/** A registry can be set to restore the newest transaction where a fork of a type with a log names no point. */
const targetByDefault = ({ facts }: Subject, { recovery }: ServiceType): RecoveryTarget => ({
  kind: recovery === 'point-in-time' && facts?.recoveryDefault === 'latest' ? 'latest-transaction' : 'latest-backup',
});
