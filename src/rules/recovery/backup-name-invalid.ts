import { patternWords } from '../../domain';
import { userConfigSchema } from '../cite';
import { isNeverForked, typeOf, writtenSetting } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 7: the form of a backup's name, and the types that restore a named backup. */
export const backupNameInvalid = defineRule({
  severity: 'error',
  scope: 'creation',
  only: 'backup-name',
  title: 'Backup name cannot be used',
  why: 'A name of the wrong form is no backup, and not every type can restore a backup by its name.',
  attribute: 'user_config.recovery_basebackup_name',
  sources: [userConfigSchema],
  asks: { any: ['user_config.recovery_basebackup_name'], about: ['user_config.recovery_basebackup_name'] },
  predicts: ['recovery_backup_name_invalid', 'recovery_key_unsupported'],
  messages: {
    pattern: {
      detail: '"{name}" is not a backup name: those are {form}.',
      remedy: 'Copy the name from the list of backups of the source.',
    },
    'too-long': {
      detail: 'The name has {length} characters; a backup name has at most {longest}.',
      remedy: 'Copy the name from the list of backups of the source.',
    },
    'not-text': {
      detail: '{name} is not a text.',
      remedy: 'Write the name as a text, copied from the list of backups of the source.',
    },
    'point-in-time-type': {
      detail: '{title} has no recovery_basebackup_name: it is restored to an instant.',
      remedy: 'Write the instant of the backup as recovery_target_time.',
    },
    'unsupported-type': {
      detail: '{title} has no recovery_basebackup_name: only its newest backup can be restored.',
      remedy: 'Leave it out.',
    },
  },
  check: (subject) => {
    const type = orStop(typeOf(subject));
    if (isNeverForked(subject, type)) return notApplicable;
    const name = orStop(writtenSetting(subject, 'recovery_basebackup_name'));
    const { title, recovery, userConfig } = type;
    const key = userConfig.find((candidate) => candidate.key === 'recovery_basebackup_name');
    if (key === undefined) {
      return violated(recovery === 'point-in-time' ? 'point-in-time-type' : 'unsupported-type', { title });
    }
    if (typeof name !== 'string') return violated('not-text', { name: JSON.stringify(name) });
    const { maxLength: longest, pattern } = key;
    if (longest !== undefined && name.length > longest) return violated('too-long', { length: name.length, longest });
    if (pattern === undefined || new RegExp(pattern).test(name)) return pass;
    return violated('pattern', { name, form: patternWords(pattern) });
  },
});
