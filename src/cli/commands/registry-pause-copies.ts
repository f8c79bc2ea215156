import type { CommandDefinition } from '../command';
import { done, reach } from '../command';

/** `forkcast registry pause-copies`. */
export const registryPauseCopies: CommandDefinition = {
  name: 'registry pause-copies',
  summary: "stop copying a service's backups to its second region, and go on",
  examples: {
    'forkcast registry pause-copies orders': 'nothing new becomes restorable in the second region',
    'forkcast registry pause-copies orders --end': 'copying goes on',
  },
  place: 'project',
  declare: (inputs) => {
    const service = inputs.argument('service', 'the service');
    const end = inputs.flag('--end', 'go on copying');
    return async (context) => {
      const { project, client } = await reach(context);
      await client.setBackupCopyPaused(project, service(), !end());
      const { status } = await client.backupRegions(project, service());
      return done(`copies of ${service()}: ${status}`, { project, service: service(), status });
    };
  },
};
