import { bool, computed, listOf, number, objectOf, string } from '../protocol';
import { serviceData } from './registry-data';

const copy = objectOf({ cloud: string, paused: bool });

/** The completed base backups of a service, oldest first. */
export const backupsSource = serviceData({
  typeName: 'forkcast_backups',
  description: 'The completed base backups of a service, oldest first: what `recovery_basebackup_name` may name.',
  attributes: {
    backups: computed(
      listOf(
        objectOf({
          name: string,
          completed_at: string,
          data_size_bytes: number,
          location: string,
          copies: listOf(copy),
        }),
      ),
      'Name, completion, size, location, and the copies in other regions.',
    ),
    newest: computed(
      string,
      'Name of the newest; null where there is none. It moves on with each backup: a fork that is made from it takes ' +
        '`lifecycle { ignore_changes = [user_config.recovery_basebackup_name] }`.',
    ),
  },
  read: async (registry, { project, service }) => {
    const { backups } = await registry.listBackups(project, service);
    const oldestFirst = [...backups].sort((a, b) => (a.backup_time < b.backup_time ? -1 : 1));
    return {
      backups: oldestFirst.map((backup) => ({
        name: backup.backup_name,
        completed_at: backup.backup_time,
        data_size_bytes: backup.data_size,
        location: backup.storage_location ?? null,
        copies: (backup.additional_regions ?? []).map(({ cloud, paused }) => ({ cloud, paused: paused ?? false })),
      })),
      newest: oldestFirst.at(-1)?.backup_name ?? null,
    };
  },
});
