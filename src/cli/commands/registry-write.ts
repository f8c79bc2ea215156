import { done } from '../command';
import { serviceCommand } from '../service-command';

/** `forkcast registry write`. */
export const registryWrite = serviceCommand({
  name: 'registry write',
  summary: "write a row into a service's simulated database",
  about:
    'A row written now is in a fork of a later time, and not in a fork of an earlier one: that is the proof of a fork.',
  examples: { 'forkcast registry write orders defaultdb customer-17 "paid"': 'one row, at the registry’s now' },
  argument: ['service', 'the service'],
  flags: (inputs) => ({
    database: inputs.argument('database', 'one of its databases'),
    key: inputs.argument('key', 'what the row is about'),
    value: inputs.argument('value', 'what it says'),
  }),
  run: async ({ client, project, service }, { database, key, value }) => {
    const row = { database, key, value };
    const { written_at: at } = await client.writeRow(project, service, row);
    return done(`${service}/${row.database}: ${row.key} = ${row.value} (${at})`, {
      ...row,
      writtenAt: at,
    });
  },
});
