import { hourMs, toRfc3339, type Plan } from '../../domain';
import { documented, inferred } from '../cite';
import { durationText } from '../duration-text';
import { recoveryTargetOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { sourceShape } from '../source-shape';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 35: what the source's plan keeps, where nobody has listed its backups. */
export const targetTimeBeyondRetention = defineRule({
  id: 'recovery/target-time-beyond-retention',
  number: 35,
  severity: 'warning',
  scope: 'creation',
  needs: ['configuration', 'catalogue', 'clock', 'live-source'],
  title: 'Recovery time is older than the backups that the plan keeps',
  why:
    'Each tier keeps so many daily backups: startup 2, business 14, premium 30. An older time can be ' +
    'restored only if the source was powered off meanwhile, so this is a warning.',
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
    const target = orStop(recoveryTargetOf(subject));
    if (target.kind !== 'time' || subject.source.kind !== 'unknown') return notApplicable;
    const now = orUndecided(subject.now, 'current time');
    const { plan, name } = orStop(sourceShape(subject));
    if (!plan.known) return undecided(`plan of ${name}`);
    if (plan.value === undefined) return notApplicable;
    const keptMs = longestRetentionMs(plan.value);
    const { at } = target.time;
    if (at >= now - keptMs) return pass;
    return violated('older', {
      time: toRfc3339(at),
      plan: plan.value.name,
      source: name,
      kept: durationText(keptMs),
      earliest: toRfc3339(now - keptMs),
    });
  },
});

const longestRetentionMs = ({ backup }: Plan): number => backup.maxCount * backup.intervalHours * hourMs;
