import { hourMs, toRfc3339, type JsonValue, type Plan } from '../../domain';
import { nowOf, recoveryTimeOf } from '../asked';
import { keptCount, retentionKey } from '../backup-retention';
import { documented, inferred } from '../cite';
import { durationText } from '../duration-text';
import { defineRule } from '../rule';
import { sourceShape } from '../source-shape';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 35: what the source's plan keeps, where nobody has listed its backups. */
export const targetTimeBeyondRetention = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Recovery time is older than the backups that the plan keeps',
  why:
    'Each tier keeps so many daily backups: startup 2, business 14, premium 30; or as many days as ' +
    'backup_retention_days says. An older time can be restored only if the source was powered off meanwhile, so this is a warning.',
  attribute: 'user_config.recovery_target_time',
  sources: [
    documented('documentation, products/postgresql/concepts/pg-backups'),
    documented('documentation, products/mysql/concepts/mysql-backups'),
    inferred('nothing expires while a service is powered off'),
  ],
  planOnly: 'Speaks only where nobody has listed the backups of the source; the registry judges by the list.',
  messages: {
    older: {
      detail: '{time} is before {earliest}: {source} is on {plan}, which keeps backups of {kept}.',
      remedy: 'Choose a time from {earliest} on, or look at the list of backups of {source}.',
    },
  },
  check: (subject) => {
    const { at } = recoveryTimeOf(subject);
    if (subject.source.kind !== 'unknown') return notApplicable;
    const now = nowOf(subject);
    const { name, ...source } = orStop(sourceShape(subject));
    const plan = orUndecided(source.plan, `plan of ${name}`);
    if (plan === undefined) return notApplicable;
    const days = orUndecided(source.setting(retentionKey), `user_config.${retentionKey} of ${name}`);
    const keptMs = longestRetentionMs(plan, days);
    if (at >= now - keptMs) return pass;
    return violated('older', {
      time: toRfc3339(at),
      plan: plan.name,
      source: name,
      kept: durationText(keptMs),
      earliest: toRfc3339(now - keptMs),
    });
  },
});

const longestRetentionMs = ({ backup }: Plan, days: JsonValue | undefined): number =>
  keptCount(backup, days === undefined ? {} : { [retentionKey]: days }) * backup.intervalHours * hourMs;
