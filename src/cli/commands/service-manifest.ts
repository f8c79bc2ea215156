import { done } from '../command';
import { serviceCommand } from '../service-command';
import { findService } from '../find-service';
import { manifestText } from '../show/manifest';

/** `forkcast service manifest`. */
export const serviceManifest = serviceCommand({
  name: 'service manifest',
  summary: 'show what a fork copied from its source, and what it did not',
  examples: { 'forkcast service manifest orders-fork': 'databases and users yes, integrations and tags no' },
  argument: ['name', 'the fork'],
  run: async ({ client, project, service }) => {
    const { forkcast } = await findService(client, project, service);
    const manifest = forkcast?.manifest ?? null;
    const text = manifest === null ? `${project}/${service} is not a fork` : manifestText(manifest);
    return done(text ?? JSON.stringify(manifest, null, 2), { manifest });
  },
});
