import { done } from '../command';
import { serviceCommand } from '../service-command';
import { backupsText } from '../show/backups';
import { asJson } from '../json';

/** `forkcast service backup-list`. */
export const serviceBackupList = serviceCommand({
  name: 'service backup-list',
  summary: 'list the backups of a service, and what can be restored',
  examples: { 'forkcast service backup-list orders': 'names for --recovery-basebackup-name, and the windows' },
  run: async ({ client, project, service }) => {
    const listed = await client.listBackups(project, service);
    const { now } = await client.clock();
    return done(backupsText(listed, now), { now, ...asJson(listed) });
  },
});
