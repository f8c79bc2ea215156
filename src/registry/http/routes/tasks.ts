import type { taskOperations } from '../../../api';
import { refused } from '../answer';
import type { Routes } from '../route';
import { checkUpgrade, oneTask } from '../task-answers';

/** How the registry answers operations on tasks. */
export const taskRoutes: Routes<typeof taskOperations> = {
  ServiceTaskCreate: (registry, { at, body }) => {
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
    return checkUpgrade(registry, at, targetVersion);
  },

  ServiceTaskGet: (registry, { at }) => oneTask(registry, at, at.task),
};
