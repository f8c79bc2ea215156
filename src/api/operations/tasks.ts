import * as z from 'zod/mini';
import { maybeText, text } from './fields';
import { operation } from './operation';

export const taskCreate = operation({
  id: 'ServiceTaskCreate',
  method: 'POST',
  path: '/v1/project/{project}/service/{service}/task',
  needs: 'write',
  basis: 'schema',
  summary: 'Checks whether a service can be upgraded to a version; other tasks are not simulated.',
  body: () =>
    z.strictObject({
      task_type: text,
      target_version: maybeText,
      upgrade_check: z.optional(
        z.nullable(z.strictObject({ target_version: text, async: z.optional(z.nullable(z.boolean())) })),
      ),
      migration_check: z.optional(z.unknown()),
      create_user_backup: z.optional(z.unknown()),
      dataset_import: z.optional(z.unknown()),
      create_searchable_snapshot: z.optional(z.unknown()),
    }),
});

export const taskGet = operation({
  id: 'ServiceTaskGet',
  method: 'GET',
  path: '/v1/project/{project}/service/{service}/task/{task}',
  needs: 'read',
  basis: 'schema',
  summary: 'Gives the result of a task: one of the newest 100 of the service.',
});

/** Operations on tasks. */
export const taskOperations = [taskCreate, taskGet] as const;
