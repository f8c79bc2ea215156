import type { LiveService } from '../../domain';
import { differenceWords, isMadeAsFork, restoreDifferences, writtenText } from '../../planner';
import { inferred, providerSource, userConfigSchema } from '../cite';
import { missingService } from '../missing-names';
import { isVendorResource } from '../reader';
import { replacementCause } from '../replacement';
import { keepsByIgnoring, resourcePath } from '../resource-path';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

const backupKey = 'recovery_basebackup_name';

const otherBackup = 'Put the name back or take it out, and declare a second fork to restore the other backup.';
const otherLocation = 'Put the assertion back or take it out, and declare a second fork to restore from there.';

/** Rule 73: what chose the restored backup, and is read by nobody any more. */
export const restoreChanged = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  ends: true,
  title: 'Live fork was restored from another backup or location',
  why:
    'The schema lets the backup name be changed at any time, but it is read only while the fork is created: the data ' +
    'stays as it is. An apply refuses the change, so that nobody takes the new name for the truth.',
  attribute: 'user_config.recovery_basebackup_name',
  sources: [
    userConfigSchema,
    providerSource('update of recovery_basebackup_name, which has no effect'),
    inferred('an asserted location is an assertion about the restore too'),
  ],
  planOnly: 'The registry would store the new name, without any effect; it is the apply that refuses.',
  messages: {
    backup: {
      detail: `${differenceWords.backup}.`,
      remedy: otherBackup,
      remedyIn: { hcl: `${otherBackup} ${keepsByIgnoring}` },
    },
    ignored: {
      detail: `${differenceWords.backup}. The update is accepted and changes nothing: the name is read only while a fork is made.`,
      remedy: otherBackup,
      severity: 'warning',
    },
    location: {
      detail: `${differenceWords.location}.`,
      remedy: otherLocation,
      remedyIn: { hcl: `${otherLocation} ${keepsByIgnoring}` },
    },
    replaced: {
      detail: '{service} was restored from {existing}, and will be destroyed and made again from {declared}.',
      remedy:
        'No action is needed if that is meant. Otherwise put the old value back, or take on_fork_change = "replace" away.',
      severity: 'warning',
    },
  },
  check: (subject) => {
    const { request, made: existing, standing, isFork, setting } = subject;
    if (replacementCause(subject) !== undefined) return notApplicable;
    const name = setting(backupKey);
    if (name.known && name.value === undefined && request.from === 'any') return notApplicable;
    if (existing === undefined) return standing === 'new' ? notApplicable : undecided(missingService(request));
    if (isFork && !isMadeAsFork(existing)) return notApplicable;
    const declared = { backupName: name.known ? name.value : undefined, from: request.from };
    const [change] = restoreDifferences(declared, existing);
    if (change === undefined) return name.known ? pass : undecided(`user_config.${backupKey} of ${request.address}`);
    const service = subject.madeName;
    if (change.what === 'location') {
      const [was, wanted] = [change.before ?? 'other', change.after];
      return request.onForkChange === 'replace'
        ? violated('replaced', { service, existing: `the ${was} location`, declared: `the ${wanted} one` }, 'from')
        : violated('location', { service, existing: was, declared: wanted, path: 'from' }, 'from');
    }
    const data = {
      service,
      existing: restoredFrom(existing),
      declared: `"${change.after}"`,
      path: resourcePath(request, `user_config.${backupKey}`),
    };
    if (isVendorResource(request)) return violated('ignored', data);
    return request.onForkChange === 'replace' ? violated('replaced', data) : violated('backup', data);
  },
});

const restoredFrom = (existing: LiveService): string => {
  const name = existing.lineage?.backupName ?? writtenText(existing.userConfig[backupKey]);
  if (name !== undefined) return `"${name}"`;
  return isMadeAsFork(existing) ? 'its newest backup' : 'no backup';
};
