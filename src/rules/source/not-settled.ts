import { serviceKey, unpublishedWords } from '../../domain';
import { backupsPage, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { recoveryTargetOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 25: a source in motion. */
export const notSettled = defineRule({
  severity: 'note',
  scope: 'creation',
  title: 'Source is being rebuilt or backed up right now',
  why: 'A fork without a recovery point is made from the newest completed backup, and another one may be complete in minutes.',
  attribute: 'user_config.service_to_fork_from',
  sources: [backupsPage, inferred('a backup that is not complete is not restored')],
  planOnly: 'The registry makes such a fork: the age of its data is the surprise.',
  messages: {
    rebuilding: {
      detail: '{source} is {state}: its newest state may not be in a backup yet.',
      remedy: 'No action is needed if older data will do. Otherwise wait until it runs and has a new backup.',
    },
    'backup-in-progress': {
      detail: 'A backup of {source} is being taken: the fork will be made from the one before it, or from it.',
      remedy: 'Wait for the backup, or name the recovery point.',
    },
  },
  check: (subject) => {
    const service = orStop(liveSourceOf(subject));
    const target = orStop(recoveryTargetOf(subject));
    if (target.kind === 'time' || target.kind === 'backup') return notApplicable;
    if (service.state === 'REBUILDING' || service.state === 'REBALANCING')
      return violated('rebuilding', { source: serviceKey(service), state: service.state });
    if (target.kind !== 'latest-backup' || service.backupInProgress === false) return pass;
    if (service.backupInProgress === undefined) return undecided(unpublishedWords['backup-in-progress']);
    return violated('backup-in-progress', { source: serviceKey(service) });
  },
});
