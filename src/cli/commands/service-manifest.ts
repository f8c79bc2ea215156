import type { CommandDefinition } from '../command';
import { done } from '../command';
import { findService } from '../find-service';
import { manifestText } from '../show/manifest';

/** `forkcast service manifest`. */
export const serviceManifest: CommandDefinition = {
  name: 'service manifest',
  summary: 'show what a fork copied from its source, and what it did not',
  examples: { 'forkcast service manifest orders-fork': 'databases and users yes, integrations and tags no' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the fork');
    return async (context) => {
      const project = await context.project();
      const service = await findService(await context.connect(), project, name());
      const manifest = service.forkcast?.manifest ?? null;
      const text = manifest === null ? `${project}/${name()} is not a fork` : manifestText(manifest);
      return done(text ?? JSON.stringify(manifest, null, 2), { project, service: name(), manifest });
    };
  },
};
