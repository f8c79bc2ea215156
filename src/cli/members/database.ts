import { change, list, nothing, type Member } from './member';

/** The databases of a service. */
export const database: Member = {
  words: 'service database',
  noun: 'database',
  of: 'service',
  key: (inputs) => inputs.requiredText('--dbname <name>', 'the name of the database'),
  field: 'database',
  commands: [
    change({
      verb: 'create',
      within: 'in',
      summary: 'create a database in a service',
      example: ['orders --dbname reports', 'an empty database'],
      given: nothing,
      make: ({ client, project, service }, name) => client.createDatabase(project, service, name),
    }),
    change({
      verb: 'delete',
      summary: 'delete a database of a service',
      example: ['orders --dbname reports', 'with all its rows'],
      given: nothing,
      make: ({ client, project, service }, name) => client.deleteDatabase(project, service, name),
    }),
    list({
      summary: 'list the databases of a service',
      example: ['orders', 'their names'],
      read: ({ client, project, service }) => client.listDatabases(project, service),
      none: 'no databases',
      row: (name) => [name],
      json: ['databases', (name) => name],
    }),
  ],
};
