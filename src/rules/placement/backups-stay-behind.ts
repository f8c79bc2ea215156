import { serviceKey } from '../../domain';
import { documented } from '../cite';
import { liveSourceOf } from '../live-source';
import { primaryLocationOf } from '../recovery-window';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 64: backups stay in the region where the service was created. */
export const backupsStayBehind = defineRule({
  severity: 'note',
  scope: 'settings',
  title: 'Backups are kept in another region than the service',
  why: 'Backups do not move when a service migrates: a restore reads them from the old region, and an outage there concerns them.',
  attribute: 'cloud_name',
  sources: [
    documented('documentation, platform/concepts/service_backups'),
    documented('documentation, Manage backup to another region'),
  ],
  planOnly: 'The registry migrates and forks such services; only time and the place of the data differ.',
  messages: {
    source: {
      detail: '{source} runs in {cloud}, but its backups are kept in {location}: the fork is read from there.',
      remedy: 'Allow for a longer restore.',
    },
    migration: {
      detail: '{service} moves from {from} to {cloud}; its backups stay in {location}.',
      remedy: 'Plan restores with {location} in mind.',
    },
  },
  check: (subject) => {
    const { existing, standing, cloud, request } = subject;
    if (standing === 'live') {
      if (existing === undefined) return notApplicable;
      if (!request.cloud.known) return undecided(`cloud_name of ${request.address}`);
      if (request.cloud.value === undefined || request.cloud.value === existing.cloud) return pass;
      const location = primaryLocationOf(existing);
      return violated('migration', {
        service: serviceKey(existing),
        from: existing.cloud,
        cloud: request.cloud.value,
        location,
      });
    }
    const source = orStop(liveSourceOf(subject));
    const location = primaryLocationOf(source);
    if (location === source.cloud || (cloud.known && cloud.value === location)) return pass;
    return violated('source', { source: serviceKey(source), cloud: source.cloud, location });
  },
});
