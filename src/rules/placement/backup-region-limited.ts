import { newBackupRegion } from '../backup-region';
import { documented } from '../cite';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { violated } from '../verdict';

/** Rule 63: not everybody can have a second backup region. */
export const backupRegionLimited = defineRule({
  severity: 'note',
  scope: 'settings',
  only: 'backup-region',
  title: 'Backup to another region has to be enabled for the organization',
  why: 'It is of limited availability: the account team of the vendor enables it, and until then the setting is refused.',
  attribute: 'user_config.additional_backup_regions',
  sources: [documented('documentation, backup to another region: limited availability')],
  planOnly: 'The registry enables it for everybody.',
  messages: {
    limited: {
      detail: 'A second backup region, {region}, is asked for, which only works once the account team has enabled it.',
      remedy:
        'No action is needed if another service of the organization has one. Otherwise ask the account team first.',
    },
  },
  check: (subject) => violated('limited', { region: orStop(newBackupRegion(subject)) }),
});
