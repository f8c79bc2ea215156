import { done } from '../command';
import { serviceCommand } from '../service-command';

/** `forkcast registry pause-copies`. */
export const registryPauseCopies = serviceCommand({
  name: 'registry pause-copies',
  summary: "stop copying a service's backups to its second region, and go on",
  examples: {
    'forkcast registry pause-copies orders': 'nothing new becomes restorable in the second region',
    'forkcast registry pause-copies orders --end': 'copying goes on',
  },
  argument: ['service', 'the service'],
  flags: (inputs) => ({ end: inputs.flag('--end', 'go on copying') }),
  run: async ({ client, project, service }, { end }) => {
    await client.setBackupCopyPaused(project, service, !end);
    const { status } = await client.backupRegions(project, service);
    return done(`copies of ${service}: ${status}`, { status });
  },
});
