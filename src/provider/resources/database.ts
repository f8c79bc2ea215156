import { isGiven, required, string } from '../protocol';
import { toText } from '../values';
import { memberResource } from './member';

/** A logical database of a service. */
export const database = memberResource({
  typeName: 'forkcast_database',
  noun: 'database',
  description: 'A logical database of a service. It holds data: to destroy it loses them.',
  isCopied: true,
  nameAttribute: 'database_name',
  attributes: {
    database_name: required(string, 'Name of the database.', { replaces: true, validate: [isGiven] }),
  },
  find: async (registry, { project, service }, name, seen) => {
    const found = seen ?? (await registry.getService(project, service));
    return found?.databases.includes(name) === true ? { database_name: name } : undefined;
  },
  make: (registry, { project, service }, planned) =>
    registry.createDatabase(project, service, toText(planned['database_name']) ?? ''),
  end: (registry, { project, service }, name, expect) => registry.deleteDatabase(project, service, name, expect),
});
