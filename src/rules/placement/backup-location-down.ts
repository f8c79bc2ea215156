import { serviceKey } from '../../domain';
import { nowOf } from '../asked';
import { sourceKeys } from '../asks';
import { documented, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { primaryLocationOf, readableBackups } from '../recovery-window';
import { isPrimaryDown } from '../restore-role';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { isDown } from '../down';

/** Rule 88: a region that is down gives no backups. */
export const backupLocationDown = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Region that keeps the backups is down',
  why: 'Backups are kept in the region where the source was created. When that is lost, only a second backup region can serve.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    documented('documentation, Manage backup to another region'),
    inferred('the storage of a region that is down cannot be read'),
  ],
  asks: { any: sourceKeys, about: ['primary'] },
  predicts: ['backup_location_down', 'secondary_not_available'],
  messages: {
    'primary-asserted': {
      detail: 'The backups of {source} are kept in {location}, which is down, and the primary location is asked for.',
      remedy: '{hint}',
    },
    'no-copy': {
      detail: 'The backups of {source} are kept in {location}, which is down, and no copy can be read elsewhere.',
      remedy: 'Wait until {location} is back; set additional_backup_regions of {source} then.',
    },
    'secondary-down': {
      detail: 'The copies of the backups of {source} are kept in {location}, which is down.',
      remedy: 'Fork from the primary location, or wait until {location} is back.',
    },
  },
  check: (subject) => {
    const service = orStop(liveSourceOf(subject));
    const { facts, request } = subject;
    if (facts === undefined) return undecided('outages of clouds');
    const now = nowOf(subject);
    const source = serviceKey(service);
    const region = service.backupRegion.cloud;
    const secondaryDown = region !== null && isDown(region, facts);
    if (request.from === 'secondary') {
      return secondaryDown ? violated('secondary-down', { source, location: region }) : pass;
    }
    if (!isPrimaryDown(service, facts)) return pass;
    // Where nothing is kept yet, another rule tells that.
    if (readableBackups(service, 'primary', now).length === 0) return notApplicable;
    const location = primaryLocationOf(service);
    const hasCopy = region !== null && !secondaryDown && readableBackups(service, 'secondary', now).length > 0;
    if (!hasCopy) return violated('no-copy', { source, location });
    if (request.from === 'any') return pass;
    const hint = `Fork from the secondary location in ${region}, or wait until ${location} is back.`;
    return violated('primary-asserted', { source, location, hint });
  },
});
