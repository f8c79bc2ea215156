import { done } from '../command';
import { serviceCommand } from '../service-command';
import { descendantsText, lineagePicture } from '../show/lineage';
import { asJson } from '../json';

/** `forkcast service lineage`. */
export const serviceLineage = serviceCommand({
  name: 'service lineage',
  summary: 'show what a service was forked from, and that from what, and what was forked from it',
  about: 'The lineage stays when a source is gone, and is told of a service that has ended, too.',
  examples: { 'forkcast service lineage orders-fork': 'its ancestors, the oldest on top, then its forks' },
  run: async ({ client, project, service }) => {
    const chain = await client.lineage(project, service);
    // A registry of before tells of no descendants.
    const forks = await client.find('DescendantsGet', {
      at: { project, service },
      body: null,
      query: { limit: '1000' },
    });
    const forkcast = (await client.getService(project, service))?.forkcast;
    const ownership = forkcast?.ownership;
    const held = ownership?.owner ? ` (held by ${ownership.owner.path} of stack ${ownership.owner.stack})` : '';
    const picture = lineagePicture(`${project}/${service}${held}`, chain.lineage, forkcast?.replica_of);
    return done([picture, ...descendantsText(forks)].join('\n\n'), {
      ownership: ownership === undefined ? null : asJson(ownership),
      ...asJson(chain),
      descendants: (forks?.descendants ?? []).map(asJson),
    });
  },
});
