import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { lineagePicture } from '../show/lineage';
import { asJson } from '../json';

/** `forkcast service lineage`. */
export const serviceLineage: CommandDefinition = {
  name: 'service lineage',
  summary: 'show what a service was forked from, and that from what',
  about: 'The lineage stays when a source is gone.',
  examples: [{ run: 'forkcast service lineage orders-fork', does: 'its ancestors, the oldest on top' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    return async (context) => {
      const { project, client } = await reach(context);
      const chain = await client.lineage(project, name());
      const service = await client.getService(project, name());
      const ownership = service?.forkcast?.ownership;
      const held = ownership?.owner ? ` (held by ${ownership.owner.path} of stack ${ownership.owner.stack})` : '';
      return done(lineagePicture(`${project}/${name()}${held}`, chain.lineage, service?.forkcast?.replica_of), {
        project,
        service: name(),
        ownership: ownership === undefined ? null : asJson(ownership),
        ...asJson(chain),
      });
    };
  },
};
