import type { CommandDefinition } from '../command';
import { done } from '../command';
import { table } from '../show/table';

/** `forkcast service types`. */
export const serviceTypesList: CommandDefinition = {
  name: 'service types',
  summary: 'list the service types, and how a fork of each is restored',
  examples: { 'forkcast service types': 'what can be forked, and from what' },
  place: 'registry',
  declare: () => async (context) => {
    const { liveFacts } = await import('../facts.js');
    const types = [...(await liveFacts(context)).catalogue.serviceTypes.values()];
    const rows = types.map((type) => [
      type.name,
      `${type.title}${type.legacy ? ' (legacy)' : ''}`,
      type.forkable ? type.recovery : 'no forks',
      type.backupRegion,
      type.versions.map(({ version }) => version).join(' '),
    ]);
    return done(table(['type', 'engine', 'forks restore', 'second region', 'versions'], rows), {
      types: types.map(({ name, title, legacy, forkable, recovery, backupRegion, versions }) => ({
        name,
        title,
        legacy,
        forkable,
        recovery,
        backup_region: backupRegion,
        versions: versions.map(({ version }) => version),
      })),
    });
  },
};
