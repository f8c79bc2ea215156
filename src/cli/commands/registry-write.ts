import type { CommandDefinition } from '../command';
import { done, reach } from '../command';

/** `forkcast registry write`. */
export const registryWrite: CommandDefinition = {
  name: 'registry write',
  summary: "write a row into a service's simulated database",
  about:
    'A row written now is in a fork of a later time, and not in a fork of an earlier one: that is the proof of a fork.',
  examples: { 'forkcast registry write orders defaultdb customer-17 "paid"': 'one row, at the registry’s now' },
  place: 'project',
  declare: (inputs) => {
    const service = inputs.argument('service', 'the service');
    const database = inputs.argument('database', 'one of its databases');
    const key = inputs.argument('key', 'what the row is about');
    const value = inputs.argument('value', 'what it says');
    return async (context) => {
      const { project, client } = await reach(context);
      const row = { database: database(), key: key(), value: value() };
      const { written_at: at } = await client.writeRow(project, service(), row);
      return done(`${service()}/${row.database}: ${row.key} = ${row.value} (${at})`, {
        project,
        service: service(),
        ...row,
        writtenAt: at,
      });
    };
  },
};
