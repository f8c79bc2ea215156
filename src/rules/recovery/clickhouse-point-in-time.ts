import { documented } from '../cite';
import { typeOf, writtenSetting } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 39: ClickHouse restores whole daily backups and nothing finer. */
export const clickhousePointInTime = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'ClickHouse is restored to a backup, not to an instant',
  why: 'ClickHouse keeps daily backups and no log in between: nothing finer than a backup can be restored.',
  attribute: 'user_config.recovery_target_time',
  sources: [documented('documentation, products/clickhouse/concepts/disaster-recovery')],
  asks: {
    about: ['user_config.recovery_target_time', 'latest_transaction'],
    any: ['user_config.recovery_target_time', 'latest_transaction'],
    types: ['clickhouse'],
  },
  predicts: ['recovery_key_unsupported'],
  messages: {
    time: {
      detail: 'recovery_target_time is {value}, but ClickHouse restores daily backups only.',
      remedy: 'Name the backup nearest to it in recovery_basebackup_name, or leave both out for the newest one.',
    },
    'latest-transaction': {
      detail: 'The latest transaction is asked for, but ClickHouse restores daily backups only.',
      remedy: 'Ask for no recovery point: the newest backup is then restored.',
    },
  },
  check: (subject) => {
    const type = orStop(typeOf(subject));
    if (type.name !== 'clickhouse') return notApplicable;
    const time = writtenSetting(subject, 'recovery_target_time');
    if (time.kind === 'read') return violated('time', { value: JSON.stringify(time.value) });
    if (subject.request.latestTransaction) return violated('latest-transaction', {});
    return time.verdict.kind === 'undecided' || !subject.isFork ? time.verdict : pass;
  },
});
