import { toRfc3339, type ServiceId } from '../../domain';
import type { Registry, ServiceDetail } from '../registry';
import { answered, onExecuted, onPosted, onService, refused, type Reply } from './answer';

interface OneTask {
  readonly task: ReturnType<typeof taskBody>;
}

/** Checks whether a service can be upgraded. */
export const checkUpgrade = (registry: Registry, service: ServiceId, targetVersion: string): Reply<OneTask> =>
  onPosted(registry, service, () =>
    onExecuted(registry, { type: 'CheckUpgrade', ...service, targetVersion }, ({ id }) =>
      oneTask(registry, service, id ?? ''),
    ),
  );

/** One of the tasks that a service remembers. */
export const oneTask = (registry: Registry, id: ServiceId, taskId: string): Reply<OneTask> =>
  onService(registry, id, (detail) => {
    const task = detail.tasks.find((candidate) => candidate.id === taskId);
    return task === undefined
      ? refused('task_not_found', `Service ${id.service} remembers no task ${taskId}`)
      : answered({ task: taskBody(task) });
  });

const taskBody = (task: ServiceDetail['tasks'][number]) => ({
  task_id: task.id,
  task_type: task.taskType,
  create_time: toRfc3339(task.createdAt),
  target_version: task.targetVersion,
  success: task.success,
  result: task.result,
  result_codes: [],
});
