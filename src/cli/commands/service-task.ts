import type { TaskBody } from '../../api';
import type { Result } from '../command';
import { done } from '../command';
import { serviceCommand } from '../service-command';
import { fields } from '../show/table';

const reportResult = ({ task_id, task_type, success, result }: TaskBody): Result => {
  const text = fields([
    ['task', task_id],
    ['type', task_type],
    ['success', success ? 'yes' : 'no'],
    ['result', result],
  ]);
  const task = { task_id, task_type, success, result };
  return { ...done(text, { task }), exitCode: success ? 0 : 1 };
};

/** `forkcast service task-create`. */
export const serviceTaskCreate = serviceCommand({
  name: 'service task-create',
  summary: 'check whether a service can be upgraded',
  examples: {
    'forkcast service task-create orders --operation upgrade_check --target-version 17':
      'a fork is the place to upgrade first',
  },
  exitCodes: { 1: 'it cannot be upgraded, or the registry refused to look' },
  argument: ['service', 'the service'],
  flags: (inputs) => ({
    operation: inputs.choice('--operation <operation>', 'the task', ['upgrade_check']),
    version: inputs.requiredText('--target-version <version>', 'the version to upgrade to'),
  }),
  run: async ({ client, project, service }, { operation, version }) => {
    const body = { task_type: operation ?? 'upgrade_check', target_version: version };
    const { task } = await client.ask('ServiceTaskCreate', { at: { project, service }, body, query: null });
    return reportResult(task);
  },
});

/** `forkcast service task-get`. */
export const serviceTaskGet = serviceCommand({
  name: 'service task-get',
  summary: 'show one of the newest 100 tasks of a service',
  examples: { 'forkcast service task-get orders --task-id 6f1c2d3e': 'what the check found' },
  exitCodes: { 1: 'the check found that it cannot be done, or there is no such task' },
  argument: ['service', 'the service'],
  flags: (inputs) => ({ id: inputs.requiredText('--task-id <id>', 'the task') }),
  run: async ({ client, project, service }, { id }) => reportResult(await client.getTask(project, service, id)),
});
