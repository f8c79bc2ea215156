import { counted, toRfc3339 } from '../../domain';
import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { meantInstant } from '../meant-time';
import { table } from '../show/table';

const rowsMax = 10_000;

/** `forkcast registry read`. */
export const registryRead: CommandDefinition = {
  name: 'registry read',
  summary: "read the rows of a service's simulated databases, at any time",
  examples: {
    'forkcast registry read orders': 'the newest rows of all its databases',
    'forkcast registry read orders defaultdb --key customer-17': 'every row about one thing',
    "forkcast registry read orders --at 'yesterday 10:00'": 'what it held then; also as ISO 8601',
  },
  place: 'project',
  declare: (inputs) => {
    const service = inputs.argument('service', 'the service');
    const database = inputs.optionalArgument('database', 'only this database');
    const at = inputs.time('--at <time>', 'what it held then (default: now)');
    const key = inputs.text('--key <key>', 'only rows of this key');
    const limit = inputs.count('--limit <rows>', `the newest so many, at most ${rowsMax} (default: 20)`);
    return async (context) => {
      const { project, client } = await reach(context);
      const instant = await meantInstant(context, at());
      const [wanted, count] = [{ database: database(), key: key() }, Math.min(limit() ?? 20, rowsMax)];
      const query = {
        ...(instant === undefined ? {} : { at: toRfc3339(instant) }),
        ...(wanted.database === undefined ? {} : { database: wanted.database }),
        ...(wanted.key === undefined ? {} : { key: wanted.key }),
      };
      const { total, at: stateAt } = await client.rows(project, service(), { ...query, limit: 1 });
      const offset = Math.max(0, total - count);
      const page = await client.rows(project, service(), { ...query, at: stateAt, offset, limit: count });
      const rows = page.rows.map((row) => [row.written_at, row.database, row.key, row.value]);
      const list = total === 0 ? 'no rows' : table(['written', 'database', 'key', 'value'], rows);
      return done(`${list}\n\n${rows.length} of ${counted(total, 'row')}, as at ${stateAt}`, {
        project,
        service: service(),
        at: stateAt,
        total,
        rows: page.rows.map((row) => ({ ...row })),
      });
    };
  },
};
