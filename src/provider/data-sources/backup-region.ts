import { computed, number, string } from '../protocol';
import { serviceData } from './registry-data';

/** The second backup region of a service. */
export const backupRegionSource = serviceData({
  typeName: 'forkcast_backup_region',
  description: 'The second backup region of a service: its status and how far it lags behind.',
  attributes: {
    cloud_name: computed(string, 'The region; null where none is set.'),
    status: computed(string, '`none`, `pending`, `available` or `paused`.'),
    lag_seconds: computed(number, 'How far the newest copy lags behind; null without one.'),
    changed_at: computed(string, 'When it was last set, changed or removed; null: never.'),
    copied_backups: computed(number, 'How many backups have a usable copy.'),
    oldest_copy_at: computed(string, 'Completion of the oldest backup with a usable copy.'),
  },
  read: async (registry, { project, service }) => {
    const region = await registry.backupRegions(project, service);
    return {
      cloud_name: region.cloud,
      status: region.status,
      lag_seconds: region.lag_seconds,
      changed_at: region.changed_at,
      copied_backups: region.copied_backups,
      oldest_copy_at: region.oldest_copy_at,
    };
  },
});
