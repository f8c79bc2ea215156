import * as z from 'zod/mini';
import { jsonObject, maybeText, text } from './fields';
import { operation } from './operation';

export const registryReset = operation({
  id: 'RegistryReset',
  method: 'POST',
  path: '/v1/forkcast/reset',
  needs: 'admin',
  summary: 'Makes a served registry anew, as it was made the first time; its tokens stay.',
});

export const worldPlay = operation({
  id: 'WorldPlay',
  method: 'POST',
  path: '/v1/forkcast/world',
  needs: 'admin',
  summary: 'Plays the services and the story of a world, from the now of the registry on.',
  body: () => jsonObject,
});

export const forkPreview = operation({
  id: 'ForkPreview',
  method: 'POST',
  path: '/v1/forkcast/project/{project}/service/{service}/fork-preview',
  needs: 'admin',
  summary:
    'Tells what a fork of the service would hold, from when it would run, or why it would be refused. Makes nothing.',
  body: () =>
    z.strictObject({
      /** Where the fork would be. @default the project of its source */
      project: maybeText,
      /** @default a free name */
      service_name: maybeText,
      /** @default the plan of its source */
      plan: maybeText,
      /** @default the cloud of its source; from the secondary location, where the copies lie */
      cloud: maybeText,
      disk_space_mb: z.optional(z.nullable(z.int())),
      recovery_target_time: maybeText,
      recovery_basebackup_name: maybeText,
      user_config: z.optional(jsonObject),
      from: z.optional(z.enum(['primary', 'secondary'])),
      latest_transaction: z.optional(z.boolean()),
      copy_tags: z.optional(z.boolean()),
      termination_protection: z.optional(z.boolean()),
      tags: z.optional(z.record(text, z.string())),
    }),
});

/** Operations that move the simulation as a whole, and the one that only looks ahead. */
export const simulationOperations = [registryReset, worldPlay, forkPreview] as const;
