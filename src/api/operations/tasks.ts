import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, json, maybeText, text } from './fields';
import { GET, POST, operation } from './operation';
import { notRunning } from './refusals';

/** A check that was asked of a service; `result` is empty while it goes on. */
const task = once(() =>
  atLeast({ task_id: z.string(), task_type: z.string(), success: z.boolean(), result: z.string() }),
);

export type TaskBody = z.infer<ReturnType<typeof task>>;

const oneTask = once(() => atLeast({ task: task() }));

/** Operations on tasks. */
export const taskOperations = {
  ServiceTaskCreate: operation({
    ...POST('/v1/project/{project}/service/{service}/task'),
    basis: 'schema',
    summary: 'Checks whether a service can be upgraded to a version; other tasks are not simulated.',
    body: () =>
      z.strictObject({
        task_type: text,
        target_version: maybeText,
        upgrade_check: z.exactOptional(
          z.nullable(z.strictObject({ target_version: text, async: z.exactOptional(z.nullable(z.boolean())) })),
        ),
        migration_check: z.exactOptional(json),
        create_user_backup: z.exactOptional(json),
        dataset_import: z.exactOptional(json),
        create_searchable_snapshot: z.exactOptional(json),
      }),
    answer: oneTask,
    refuses: ['operation_not_simulated', ...notRunning],
  }),

  ServiceTaskGet: operation({
    ...GET('/v1/project/{project}/service/{service}/task/{task}'),
    basis: 'schema',
    summary: 'Gives the result of a task: one of the newest 100 of the service.',
    answer: oneTask,
  }),
};
