import { nearestCloud } from '../../domain';
import { newBackupRegion } from '../backup-region';
import { documented, inferred } from '../cite';
import { meantOr } from '../hint';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { anotherText, mendedBy, pass, violated } from '../verdict';

/** Rule 89: the second backup region exists. */
export const backupRegionUnknown = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'backup-region',
  title: 'Second backup region does not exist',
  why: 'The second region is named like a cloud, and nothing checks the name before apply.',
  attribute: 'user_config.additional_backup_regions',
  sources: [
    documented('documentation, Manage backup to another region'),
    inferred('custom clouds are known only where the catalogue was read from the project'),
  ],
  predicts: ['backup_region_unknown'],
  messages: {
    unknown: {
      detail: 'There is no cloud "{region}" to copy backups to.',
      remedy: '{hint}',
    },
    unlisted: {
      severity: 'warning',
      detail: 'There is no public cloud "{region}" to copy backups to; it may be a custom one.',
      remedy: '{hint}',
    },
  },
  check: (subject) => {
    const region = orStop(newBackupRegion(subject));
    const { catalogue } = subject;
    if (catalogue.clouds.has(region)) return pass;
    const near = nearestCloud(region, catalogue);
    const hint = meantOr(near, 'Choose one of the list of clouds.');
    const verdict = violated(catalogue.complete ? 'unknown' : 'unlisted', { region, hint });
    return mendedBy(verdict, anotherText(region, near));
  },
});
