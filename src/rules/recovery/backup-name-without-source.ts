import { inferred } from '../cite';
import { hasKey, typeOf, writtenSetting } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 8: a backup's name makes sense only in a fork. */
export const backupNameWithoutSource = defineRule({
  severity: 'error',
  scope: 'creation',
  only: 'backup-name',
  title: 'Backup name is given without a service to fork',
  why: 'Without a source nothing is restored, and an ordinary service without any data would be made.',
  attribute: 'user_config.recovery_basebackup_name',
  sources: [inferred('a backup belongs to a service, which only service_to_fork_from names')],
  predicts: ['fork_source_missing_key'],
  messages: {
    'no-source': {
      detail: 'recovery_basebackup_name is {name}, and there is no service_to_fork_from.',
      remedy: 'Name the source in service_to_fork_from, or take recovery_basebackup_name out.',
    },
  },
  check: (subject) => {
    if (subject.replicaOf !== undefined) return notApplicable;
    const type = orStop(typeOf(subject));
    if (!hasKey(type, 'recovery_basebackup_name')) return notApplicable;
    const name = writtenSetting(subject, 'recovery_basebackup_name');
    if (name.kind === 'stopped') return subject.isFork ? notApplicable : name.verdict;
    return subject.isFork ? pass : violated('no-source', { name: JSON.stringify(name.value) });
  },
});
