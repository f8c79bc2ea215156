import { cloudOf } from '../asked';
import { newBackupRegion } from '../backup-region';
import { documented } from '../cite';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 59: the second backup region is one of the service's own provider. */
export const backupRegionOtherProvider = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'backup-region',
  title: 'Second backup region belongs to another cloud provider',
  why: 'Backups are copied inside one provider only.',
  attribute: 'user_config.additional_backup_regions',
  sources: [documented('documentation, Manage backup to another region')],
  predicts: ['backup_region_other_provider'],
  messages: {
    other: {
      detail: '{region} is a region of {regionProvider}, and the service runs in {cloud} of {cloudProvider}.',
      remedy: 'Choose another region of {cloudProvider}.',
    },
  },
  check: (subject) => {
    const asked = orStop(newBackupRegion(subject));
    const { clouds } = subject.catalogue;
    const own = clouds.get(cloudOf(subject));
    const other = clouds.get(asked);
    if (own === undefined || other === undefined) return notApplicable;
    if (own.provider === other.provider) return pass;
    return violated('other', {
      region: other.name,
      regionProvider: other.provider,
      cloud: own.name,
      cloudProvider: own.provider,
    });
  },
});
