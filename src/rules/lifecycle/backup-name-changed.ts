import { serviceKey } from '../../domain';
import { providerSource, userConfigSchema } from '../cite';
import { isMadeAsFork, writtenText } from '../fork-keys';
import { missingService } from '../missing-names';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 73: a backup name that nothing reads any more. */
export const backupNameChanged = defineRule({
  id: 'lifecycle/backup-name-changed',
  number: 73,
  severity: 'warning',
  scope: 'lifecycle',
  needs: ['configuration', 'live-source'],
  title: 'Backup name of a live service was changed, which does nothing',
  why: 'The schema lets the backup name be changed at any time, but it is read only while the fork is created: the data stays as it is.',
  attribute: 'user_config.recovery_basebackup_name',
  sources: [userConfigSchema, providerSource('update of recovery_basebackup_name')],
  predicts: [],
  planOnly: 'The registry stores the new name: that it has no effect is the surprise.',
  messages: {
    changed: {
      detail: '{service} was restored from {existing}; the configuration now names "{declared}", and its data stays.',
      remedy: 'Put the name back, or declare a second fork to restore the other backup.',
    },
  },
  check: ({ request, existing, standing, setting }) => {
    const declared = setting('recovery_basebackup_name');
    if (declared.known && declared.value === undefined) return notApplicable;
    if (existing === undefined) return standing === 'new' ? notApplicable : undecided(missingService(request));
    if (!declared.known) return undecided(`user_config.recovery_basebackup_name of ${request.address}`);
    const made = writtenText(existing.userConfig['recovery_basebackup_name']);
    const wanted = writtenText(declared.value) ?? '';
    if (wanted === made) return pass;
    const restored = made ?? existing.lineage?.backupName;
    const source = isMadeAsFork(existing) ? 'its newest backup' : 'no backup';
    return violated('changed', {
      service: serviceKey(existing),
      existing: restored === undefined ? source : `"${restored}"`,
      declared: wanted,
    });
  },
});
