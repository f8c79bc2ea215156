import { cloudOf } from '../asked';
import { newBackupRegion } from '../backup-region';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 60: the second backup region is another region. */
export const backupRegionSameCloud = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'backup-region',
  title: 'Second backup region is the region of the service itself',
  why: 'A second copy in the same region is lost together with the first one.',
  attribute: 'user_config.additional_backup_regions',
  sources: [inferred('backup to another region means another region')],
  predicts: ['backup_region_same'],
  messages: {
    same: {
      detail: 'The service runs in {cloud}, and its second backup region is {cloud} too.',
      remedy: 'Choose another region of the same provider.',
    },
  },
  check: (subject) => {
    const asked = orStop(newBackupRegion(subject));
    const cloud = cloudOf(subject);
    return asked === cloud ? violated('same', { cloud }) : pass;
  },
});
