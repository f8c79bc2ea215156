import type { TaskBody } from '../../api';
import type { CommandDefinition, Result } from '../command';
import { done, reach } from '../command';
import { fields } from '../show/table';

const reportResult = (project: string, service: string, { task_id, task_type, success, result }: TaskBody): Result => {
  const text = fields([
    ['task', task_id],
    ['type', task_type],
    ['success', success ? 'yes' : 'no'],
    ['result', result],
  ]);
  const task = { task_id, task_type, success, result };
  return { ...done(text, { project, service, task }), exitCode: success ? 0 : 1 };
};

/** `forkcast service task-create`. */
export const serviceTaskCreate: CommandDefinition = {
  name: 'service task-create',
  summary: 'check whether a service can be upgraded',
  examples: {
    'forkcast service task-create orders --operation upgrade_check --target-version 17':
      'a fork is the place to upgrade first',
  },
  exitCodes: { 1: 'it cannot be upgraded, or the registry refused to look' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const operation = inputs.choice('--operation <operation>', 'the task', ['upgrade_check']);
    const version = inputs.requiredText('--target-version <version>', 'the version to upgrade to');
    return async (context) => {
      const { project, client } = await reach(context);
      const body = { task_type: operation() ?? 'upgrade_check', target_version: version() };
      const { task } = await client.ask('ServiceTaskCreate', { at: { project, service: name() }, body, query: null });
      return reportResult(project, name(), task);
    };
  },
};

/** `forkcast service task-get`. */
export const serviceTaskGet: CommandDefinition = {
  name: 'service task-get',
  summary: 'show one of the newest 100 tasks of a service',
  examples: { 'forkcast service task-get orders --task-id 6f1c2d3e': 'what the check found' },
  exitCodes: { 1: 'the check found that it cannot be done, or there is no such task' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const id = inputs.requiredText('--task-id <id>', 'the task');
    return async (context) => {
      const { project, client } = await reach(context);
      return reportResult(project, name(), await client.getTask(project, name(), id()));
    };
  },
};
