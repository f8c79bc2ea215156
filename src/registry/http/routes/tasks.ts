import { taskCreate, taskGet, type ApiResponse } from '../../../api';
import { toRfc3339, type ServiceId } from '../../../domain';
import type { Registry, ServiceDetail } from '../../registry';
import { answered, onAccepted, onPosted, onService, refused } from '../answer';
import { route } from '../route';
import { idOf } from '../service-answers';

/** How the registry answers operations on tasks. */
export const taskRoutes = [
  route(taskCreate, (registry, { parameters, body }) => {
    if (body.task_type !== 'upgrade_check') {
      const type = JSON.stringify(body.task_type).slice(0, 80);
      return refused(
        'operation_not_simulated',
        `A task of type ${type} is not simulated by ServiceTaskCreate: it reaches out to other servers. Ask for upgrade_check.`,
      );
    }
    const targetVersion = body.upgrade_check?.target_version ?? body.target_version;
    if (typeof targetVersion !== 'string') {
      return refused('request_invalid', 'Body, target_version: it is missing. Name the version to upgrade to.');
    }
    return onPosted(registry, parameters, () =>
      onAccepted(registry.execute({ type: 'CheckUpgrade', ...idOf(parameters), targetVersion }), ({ id }) =>
        oneTask(registry, parameters, id ?? ''),
      ),
    );
  }),

  route(taskGet, (registry, { parameters }) => oneTask(registry, parameters, parameters.task)),
];

const oneTask = (registry: Registry, id: ServiceId, taskId: string): ApiResponse =>
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
