import { given, printableValue } from '../../domain';
import { done } from '../command';
import { serviceCommand } from '../service-command';

/** `forkcast service logs`. */
export const serviceLogs = serviceCommand({
  name: 'service logs',
  summary: 'show what happened to a service, one line for each event',
  examples: {
    'forkcast service logs orders': 'the newest 100 lines, oldest first',
    'forkcast service logs orders -S desc -n 10': 'the newest ten, newest first',
  },
  flags: (inputs) => ({
    order: inputs.choice('-S, --sort-order <order>', 'oldest or newest first', ['asc', 'desc']),
    limit: inputs.count('-n, --limit <lines>', 'how many lines, at most 500 (default: 100)'),
    offset: inputs.text('--offset <offset>', 'what comes after an earlier page, by its offset'),
  }),
  run: async ({ client, project, service }, { order, limit, offset }) => {
    const at = { project, service };
    const body = { limit: limit ?? 100, sort_order: order ?? 'asc', ...given({ offset }) };
    const { logs: told, offset: next } = await client.ask('ProjectGetServiceLogs', { at, body, query: null });
    const logs = told.map(({ time, unit, msg }) => ({ time, unit, msg }));
    const lines = logs.map(({ time, unit, msg }) => `${time}  ${printableValue(unit)}  ${printableValue(msg)}`);
    return done(lines.join('\n') || 'no lines', { logs, offset: next });
  },
});
