import { printableValue } from '../../domain';
import type { CommandDefinition } from '../command';
import { done, reach } from '../command';

/** `forkcast service logs`. */
export const serviceLogs: CommandDefinition = {
  name: 'service logs',
  summary: 'show what happened to a service, one line for each event',
  examples: {
    'forkcast service logs orders': 'the newest 100 lines, oldest first',
    'forkcast service logs orders -S desc -n 10': 'the newest ten, newest first',
  },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const order = inputs.choice('-S, --sort-order <order>', 'oldest or newest first', ['asc', 'desc']);
    const limit = inputs.count('-n, --limit <lines>', 'how many lines, at most 500 (default: 100)');
    const offset = inputs.text('--offset <offset>', 'what comes after an earlier page, by its offset');
    return async (context) => {
      const { project, client } = await reach(context);
      const at = { project, service: name() };
      const from = offset();
      const body = {
        limit: limit() ?? 100,
        sort_order: order() ?? 'asc',
        ...(from === undefined ? {} : { offset: from }),
      };
      const { logs: told, offset: next } = await client.ask('ProjectGetServiceLogs', { at, body, query: null });
      const logs = told.map(({ time, unit, msg }) => ({ time, unit, msg }));
      const lines = logs.map(({ time, unit, msg }) => `${time}  ${printableValue(unit)}  ${printableValue(msg)}`);
      return done(lines.join('\n') || 'no lines', { project, service: name(), logs, offset: next });
    };
  },
};
