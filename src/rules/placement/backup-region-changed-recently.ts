import { dayMs, serviceKey, toRfc3339 } from '../../domain';
import { documented, inferred } from '../cite';
import { askedBackupRegion } from '../backup-region';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 61: the second backup region changes at most once in 24 hours. */
export const backupRegionChangedRecently = defineRule({
  id: 'placement/backup-region-changed-recently',
  number: 61,
  severity: 'error',
  scope: 'lifecycle',
  needs: ['configuration', 'catalogue', 'clock', 'live-project'],
  title: 'Second backup region was changed less than 24 hours ago',
  why: 'Each change starts the copying anew, so the region can be changed once in 24 hours.',
  attribute: 'user_config.additional_backup_regions',
  sources: [
    documented('documentation, Manage backup to another region'),
    inferred('setting the region, at creation too, and removing it are changes'),
  ],
  predicts: ['backup_region_changed_recently'],
  messages: {
    'too-soon': {
      detail: 'The second backup region of {service} was changed to {current} at {changed}; it now says {asked}.',
      remedy: 'Apply this change at {allowed} or later, or leave the region as it is.',
    },
  },
  check: (subject) => {
    const asked = askedBackupRegion(subject);
    if (asked.kind === 'stopped') return asked.verdict;
    const { existing, standing, now, request } = subject;
    if (existing === undefined) {
      return standing === 'new' ? notApplicable : undecided(`live service of ${request.address}`);
    }
    const { cloud, changedAt } = existing.backupRegion;
    if (asked.value === cloud || changedAt === null) return pass;
    if (!now.known) return undecided('current time');
    if (now.value - changedAt >= dayMs) return pass;
    return violated('too-soon', {
      service: serviceKey(existing),
      current: cloud ?? 'none',
      changed: toRfc3339(changedAt),
      asked: asked.value ?? 'none',
      allowed: toRfc3339(changedAt + dayMs),
    });
  },
});
