import { computed, listOf, objectOf, string } from '../protocol';
import { serviceData } from './registry-data';

/** What can be restored from where. */
export const recoveryWindowsSource = serviceData({
  typeName: 'forkcast_recovery_windows',
  description: 'The closed interval that a service can be restored to, for each location that keeps its backups.',
  attributes: {
    now: computed(string, "The registry's clock when it was read."),
    windows: computed(
      listOf(objectOf({ location: string, role: string, earliest: string, latest: string })),
      'Both ends inclusive, RFC 3339; `earliest` is null while nothing can be restored.',
    ),
  },
  read: async (registry, { project, service }) => {
    const { now, windows } = await registry.backupRegions(project, service);
    return {
      now,
      windows: windows.map(({ location, role, earliest, latest }) => ({
        location,
        role,
        earliest,
        latest: earliest === null ? null : (latest ?? now),
      })),
    };
  },
});
