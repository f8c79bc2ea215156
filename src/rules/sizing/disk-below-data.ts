import { serviceKey, toRfc3339 } from '../../domain';
import { nowOf } from '../asked';
import { sourceKeys } from '../asks';
import { documented, inferred } from '../cite';
import { comfortableFactor, diskAdvice } from '../disk-advice';
import { liveSourceOf } from '../live-source';
import { recoveryTargetOf, typeOf } from '../recovery-target';
import { servingRole } from '../restore-role';
import { restoredBackup } from '../restored-backup';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 47: the data of the backup fits the disk of the fork. */
export const diskBelowData = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Disk of the fork is too small for the data to restore',
  why: 'Plan and disk are not copied from the source: the fork gets what the request says, and the restore runs out of disk.',
  attribute: 'disk_space_mb',
  sources: [
    documented('documentation, dynamic disk sizing: a fork needs all additional disk of its source'),
    documented('documentation, change of plan: 25 % of disk in reserve'),
    inferred('what does not fit the disk cannot be restored'),
  ],
  asks: { about: ['fork'], any: sourceKeys },
  predicts: ['fork_disk_too_small'],
  messages: {
    'too-small': {
      detail: 'The fork has {disk} MB of disk; {backup} of {source} holds {data} MB.',
      remedy: '{advice}',
    },
    tight: {
      severity: 'warning',
      detail: 'The fork has {disk} MB of disk; {backup} of {source} fills {data} MB of it, more than 80 %.',
      remedy: 'A quarter over the data is the usual reserve. {advice}',
    },
  },
  check: (subject) => {
    const target = orStop(recoveryTargetOf(subject));
    const type = orStop(typeOf(subject));
    if (type.memoryBound) return notApplicable;
    const service = orStop(liveSourceOf(subject));
    const { request } = subject;
    const plan = orUndecided(subject.plan, `plan of ${request.address}`);
    const asked = orUndecided(request.diskSpaceMb, `disk_space_mb of ${request.address}`);
    const now = nowOf(subject);
    if (plan === undefined || plan.diskMb === 0) return notApplicable;
    const role = servingRole(subject, service, { target, now });
    const backup = restoredBackup(service, target, { role, now });
    if (backup === undefined) return notApplicable;
    const disk = asked ?? plan.diskMb;
    const data = backup.dataSizeMb;
    const comfortable = Math.ceil(data * comfortableFactor);
    if (disk >= comfortable) return pass;
    return violated(disk < data ? 'too-small' : 'tight', {
      disk,
      data,
      advice: diskAdvice(comfortable, plan),
      backup: `the backup of ${toRfc3339(backup.completedAt)}`,
      source: serviceKey(service),
    });
  },
});
