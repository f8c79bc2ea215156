import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, list, maybeText, nullableText, text } from './fields';
import { POST, operation } from './operation';
import { window } from './backups';
import { lineage } from './service-answer';
import { codesLike } from './refusals';

const seconds = z.nullable(z.number());

/** What a fork would be: its manifest, its recovery point and its times; or why it would be refused. Windows are the source's. */
const forkPreview = once(() =>
  atLeast({
    possible: z.boolean(),
    source: atLeast({ project: z.string(), service: z.string(), state: z.string() }),
    windows: list(z.extend(window(), { down: z.exactOptional(z.boolean()) })),
    /**
     * The newest points that it could hold, the one that loses least first; absent from older registries. Null `lost_minutes`: not
     * known. `from`: only from there.
     */
    recovery_choices: z.exactOptional(
      list(
        atLeast({
          target: z.string(),
          recovery_point: z.string(),
          lost_minutes: z.nullable(z.number()),
          from: z.exactOptional(z.string()),
        }),
      ),
    ),
    refusals: list(atLeast({ error_code: z.string(), message: z.string() })),
    lineage: z.exactOptional(z.nullable(lineage())),
    manifest: z.exactOptional(z.nullable(jsonObject)),
    estimate: z.exactOptional(
      atLeast({
        now: z.string(),
        running_at: nullableText,
        first_backup_at: nullableText,
        seconds_to_running: seconds,
        seconds_to_first_backup: seconds,
      }),
    ),
    fork: z.exactOptional(
      atLeast({
        project: z.string(),
        service_name: z.string(),
        plan: z.string(),
        cloud_name: z.string(),
        disk_space_mb: z.number(),
        data_size_mb: z.number(),
      }),
    ),
  }),
);

export type ForkPreviewBody = z.infer<ReturnType<typeof forkPreview>>;

/** Operations that move the simulation as a whole, and the one that only looks ahead. */
export const simulationOperations = {
  RegistryReset: operation({
    ...POST,
    path: '/v1/forkcast/reset',
    needs: 'admin',
    summary: 'Makes a served registry anew, as it was made the first time; its tokens stay.',
    refuses: ['operation_not_simulated'],
  }),

  WorldPlay: operation({
    ...POST,
    path: '/v1/forkcast/world',
    needs: 'admin',
    summary: 'Plays the services and the story of a world, from the now of the registry on.',
    body: () => jsonObject,
    answer: () => atLeast({ before: z.string(), after: z.string() }),
    refuses: codesLike(''),
  }),

  ForkPreview: operation({
    ...POST,
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
        disk_space_mb: z.exactOptional(z.nullable(z.int())),
        recovery_target_time: maybeText,
        recovery_basebackup_name: maybeText,
        user_config: z.exactOptional(jsonObject),
        from: z.exactOptional(z.enum(['primary', 'secondary'])),
        latest_transaction: z.exactOptional(z.boolean()),
        copy_tags: z.exactOptional(z.boolean()),
        termination_protection: z.exactOptional(z.boolean()),
        tags: z.exactOptional(z.record(text, z.string())),
      }),
    answer: forkPreview,
  }),
};
