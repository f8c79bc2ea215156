import type { CommandDefinition } from '../command';
import { done } from '../command';

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
      const { lineagePicture } = await import('../show/lineage.js');
      const { asJson } = await import('../json.js');
      const project = await context.project();
      const chain = await (await context.connect()).lineage(project, name());
      return done(lineagePicture(`${project}/${name()}`, chain.lineage), {
        project,
        service: name(),
        ...asJson(chain),
      });
    };
  },
};
