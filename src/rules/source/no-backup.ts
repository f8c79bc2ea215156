import { serviceKey, toRfc3339 } from '../../domain';
import { backupsPage, forkPage, serviceForkingPage } from '../cite';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { liveSourceOf } from '../live-source';
import { isPersistenceOff } from '../persistence';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 16: at least one backup. */
export const noBackup = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source has no backup yet',
  why: 'A fork is restored from a backup. A service that was just made has none until its first backup is complete.',
  attribute: 'user_config.service_to_fork_from',
  sources: [forkPage, serviceForkingPage, backupsPage],
  predicts: ['fork_no_backups'],
  messages: {
    'not-yet': {
      detail: '{source} has no completed backup; its first one is expected at {firstBackupAt}.',
      remedy: 'Make the fork after {firstBackupAt}.',
    },
    waits: {
      detail: '{source} has no completed backup; the apply waits for its first one, expected at {firstBackupAt}.',
      remedy: 'No action is needed if the apply may wait. Otherwise make the fork after {firstBackupAt}.',
      severity: 'warning',
      planOnly: true,
    },
    none: {
      detail: '{source} has no backup, and none is expected.',
      remedy: 'Choose a source on a plan with backups, or wait until the service keeps one.',
    },
  },
  check: (subject) => {
    const service = orStop(liveSourceOf(subject));
    if (service.replicaOf !== null || isPersistenceOff(service, subject.catalogue)) return notApplicable;
    // Waiting never helps: its type is the wrong one for any fork.
    if (subject.catalogue.serviceTypes.get(service.type)?.forkable === false) return notApplicable;
    const { now } = subject;
    if (!now.known) return undecided('the clock of the control plane');
    if (service.backups.some(({ completedAt }) => completedAt <= now.value)) return pass;
    const { firstBackupAt } = service;
    const source = serviceKey(service);
    if (typeof firstBackupAt !== 'number' || firstBackupAt <= now.value) return violated('none', { source });
    const data = { source, firstBackupAt: toRfc3339(firstBackupAt) };
    return violated(subject.request.waitsForSource ? 'waits' : 'not-yet', data);
  },
});
