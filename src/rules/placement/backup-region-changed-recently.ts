import { dayMs, serviceKey, toRfc3339 } from '../../domain';
import { nowOf } from '../asked';
import { askedBackupRegion } from '../backup-region';
import { documented, inferred } from '../cite';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 61: the second backup region changes to another at most once in 24 hours. */
export const backupRegionChangedRecently = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  only: 'backup-region',
  title: 'Second backup region was changed less than 24 hours ago',
  why: 'Each change starts the copying anew, so the region can be changed once in 24 hours.',
  attribute: 'user_config.additional_backup_regions',
  sources: [
    documented('documentation, Manage backup to another region'),
    inferred('a change is from one region to another: to set the first one, or to take it away, is none'),
  ],
  predicts: ['backup_region_changed_recently'],
  messages: {
    'too-soon': {
      detail: 'The second backup region of {service} was changed to {current} at {changed}; it now says {asked}.',
      remedy: 'Apply this change at {allowed} or later, or leave the region as it is.',
    },
  },
  check: (subject) => {
    const asked = orStop(askedBackupRegion(subject));
    const { existing, standing, request } = subject;
    if (existing === undefined) {
      return standing === 'new' ? notApplicable : undecided(`live service of ${request.address}`);
    }
    const { cloud, replacedAt } = existing.backupRegion;
    if (asked === null || cloud === null || asked === cloud || replacedAt === null) return pass;
    if (replacedAt === undefined)
      return undecided(`last change of the second backup region of ${serviceKey(existing)}`);
    if (nowOf(subject) - replacedAt >= dayMs) return pass;
    return violated('too-soon', {
      service: serviceKey(existing),
      current: cloud,
      changed: toRfc3339(replacedAt),
      asked,
      allowed: toRfc3339(replacedAt + dayMs),
    });
  },
});
