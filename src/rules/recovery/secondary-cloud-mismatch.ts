import { serviceKey } from '../../domain';
import { sourceKeys } from '../asks';
import { documented, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { readableBackups } from '../recovery-window';
import { requiredRole } from '../restore-role';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 56: a fork from the secondary location runs in the region of that location. */
export const secondaryCloudMismatch = defineRule({
  id: 'recovery/secondary-cloud-mismatch',
  number: 56,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'clock', 'live-source', 'live-project'],
  title: 'Fork from the secondary location is in another region',
  why: 'The second copy of the backups can be restored only in the region where it lies.',
  attribute: 'cloud_name',
  sources: [
    documented('documentation, Manage backup to another region'),
    inferred('with the primary region down, only the secondary location can serve'),
  ],
  asks: { any: sourceKeys },
  predicts: ['secondary_cloud_mismatch'],
  messages: {
    asserted: {
      detail: 'The fork runs in {cloud}; the secondary location of {source} is {region}.',
      remedy: 'Set cloud_name to "{region}", or fork from the primary location.',
    },
    'primary-down': {
      detail: 'The fork runs in {cloud}, but the primary region of {source} is down and its copies lie in {region}.',
      remedy: 'Set cloud_name to "{region}", or wait until the primary region is back.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const service = orStop(liveSourceOf(subject));
    const region = service.backupRegion.cloud;
    if (requiredRole(subject, service) === 'primary' || region === null) return notApplicable;
    if (!subject.now.known) return undecided('current time');
    const isAsserted = subject.request.from === 'secondary';
    if (!isAsserted && readableBackups(service, 'secondary', subject.now.value).length === 0) return notApplicable;
    const cloud = orUndecided(subject.cloud, `cloud_name of ${subject.request.address}`);
    if (cloud === region) return pass;
    return violated(isAsserted ? 'asserted' : 'primary-down', { cloud, region, source: serviceKey(service) });
  },
});
