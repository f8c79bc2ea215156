import { counted, given, toRfc3339 } from '../../domain';
import { done } from '../command';
import { serviceCommand } from '../service-command';
import { meantInstant } from '../meant-time';
import { table } from '../show/table';

const rowsMax = 10_000;

/** `forkcast registry read`. */
export const registryRead = serviceCommand({
  name: 'registry read',
  summary: "read the rows of a service's simulated databases, at any time",
  examples: {
    'forkcast registry read orders': 'the newest rows of all its databases',
    'forkcast registry read orders defaultdb --key customer-17': 'every row about one thing',
    "forkcast registry read orders --at 'yesterday 10:00'": 'what it held then; also as ISO 8601',
  },
  argument: ['service', 'the service'],
  flags: (inputs) => ({
    database: inputs.optionalArgument('database', 'only this database'),
    at: inputs.time('--at <time>', 'what it held then (default: now)'),
    key: inputs.text('--key <key>', 'only rows of this key'),
    limit: inputs.count('--limit <rows>', `the newest so many, at most ${rowsMax} (default: 20)`),
  }),
  run: async ({ context, client, project, service }, { database, at, key, limit }) => {
    const instant = await meantInstant(context, at);
    const count = Math.min(limit ?? 20, rowsMax);
    const query = given({ at: instant === undefined ? undefined : toRfc3339(instant), database, key });
    const { total, at: stateAt } = await client.rows(project, service, { ...query, limit: 1 });
    const offset = Math.max(0, total - count);
    const page = await client.rows(project, service, { ...query, at: stateAt, offset, limit: count });
    const rows = page.rows.map((row) => [row.written_at, row.database, row.key, row.value]);
    const list = total === 0 ? 'no rows' : table(['written', 'database', 'key', 'value'], rows);
    return done(`${list}\n\n${rows.length} of ${counted(total, 'row')}, as at ${stateAt}`, {
      at: stateAt,
      total,
      rows: page.rows.map((row) => ({ ...row })),
    });
  },
});
