import type { JsonValue } from '../../domain';
import type { CommandDefinition, Context, Result } from '../command';
import { done } from '../command';
import { pathTo } from '../path-to';
import { fields } from '../show/table';

const pathOf = (project: string, service: string, ...rest: readonly string[]): string =>
  pathTo('project', project, 'service', service, 'task', ...rest);

const resultOf = async (project: string, service: string, answer: JsonValue): Promise<Result> => {
  const { readTask } = await import('../read-answer.js');
  const { task } = readTask(answer);
  const text = fields([
    ['task', task.task_id],
    ['type', task.task_type],
    ['success', task.success ? 'yes' : 'no'],
    ['result', task.result],
  ]);
  return { ...done(text, { project, service, task }), exitCode: task.success ? 0 : 1 };
};

const reach = async (context: Context) => ({ project: await context.project(), client: await context.connect() });

/** `forkcast service task-create`. */
export const serviceTaskCreate: CommandDefinition = {
  name: 'service task-create',
  summary: 'check whether a service can be upgraded',
  examples: [
    {
      run: 'forkcast service task-create orders --operation upgrade_check --target-version 17',
      does: 'a fork is the place to upgrade first',
    },
  ],
  exitCodes: { 1: 'it cannot be upgraded, or the registry refused to look' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const operation = inputs.choice('--operation <operation>', 'the task', ['upgrade_check']);
    const version = inputs.requiredText('--target-version <version>', 'the version to upgrade to');
    return async (context) => {
      const { project, client } = await reach(context);
      const body = { task_type: operation() ?? 'upgrade_check', target_version: version() };
      return resultOf(project, name(), await client.call('POST', pathOf(project, name()), body));
    };
  },
};

/** `forkcast service task-get`. */
export const serviceTaskGet: CommandDefinition = {
  name: 'service task-get',
  summary: 'show one of the newest 100 tasks of a service',
  examples: [{ run: 'forkcast service task-get orders --task-id 6f1c2d3e', does: 'what the check found' }],
  exitCodes: { 1: 'the check found that it cannot be done, or there is no such task' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const id = inputs.requiredText('--task-id <id>', 'the task');
    return async (context) => {
      const { project, client } = await reach(context);
      return resultOf(project, name(), await client.call('GET', pathOf(project, name(), id())));
    };
  },
};
