import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { descendantsText, lineagePicture } from '../show/lineage';
import { asJson } from '../json';

/** `forkcast service lineage`. */
export const serviceLineage: CommandDefinition = {
  name: 'service lineage',
  summary: 'show what a service was forked from, and that from what, and what was forked from it',
  about: 'The lineage stays when a source is gone, and is told of a service that has ended, too.',
  examples: { 'forkcast service lineage orders-fork': 'its ancestors, the oldest on top, then its forks' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    return async (context) => {
      const { project, client } = await reach(context);
      const chain = await client.lineage(project, name());
      // A registry of before tells of no descendants.
      const forks = await client.find('DescendantsGet', {
        at: { project, service: name() },
        body: null,
        query: { limit: '1000' },
      });
      const service = await client.getService(project, name());
      const ownership = service?.forkcast?.ownership;
      const held = ownership?.owner ? ` (held by ${ownership.owner.path} of stack ${ownership.owner.stack})` : '';
      const picture = lineagePicture(`${project}/${name()}${held}`, chain.lineage, service?.forkcast?.replica_of);
      return done([picture, ...descendantsText(forks)].join('\n\n'), {
        project,
        service: name(),
        ownership: ownership === undefined ? null : asJson(ownership),
        ...asJson(chain),
        descendants: (forks?.descendants ?? []).map(asJson),
      });
    };
  },
};
