import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { backupsText } from '../show/backups';
import { asJson } from '../json';

/** `forkcast service backup-list`. */
export const serviceBackupList: CommandDefinition = {
  name: 'service backup-list',
  summary: 'list the backups of a service, and what can be restored',
  examples: { 'forkcast service backup-list orders': 'names for --recovery-basebackup-name, and the windows' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    return async (context) => {
      const { project, client } = await reach(context);
      const listed = await client.listBackups(project, name());
      const { now } = await client.clock();
      return done(backupsText(listed, now), { project, service: name(), now, ...asJson(listed) });
    };
  },
};
