import { computed, required, string } from '../protocol';
import { toText } from '../values';
import { memberResource } from './member';

/** A user of a service; a fork gets the users of its source, so those are imported, not made. */
export const serviceUser = memberResource({
  typeName: 'forkcast_service_user',
  noun: 'user',
  description: 'A user of a service. A fork has the users of its source: import those.',
  isCopied: true,
  nameAttribute: 'username',
  attributes: {
    username: required(string, { replaces: true, description: 'Name of the user.' }),
    type: computed(string, { fixed: true, description: '`primary` or `normal`.' }),
    password: computed(string, { fixed: true, sensitive: true, description: 'Password that the registry chose.' }),
  },
  find: async (registry, { project, service }, name) => {
    const user = await registry.getUser(project, service, name);
    return user && { username: user.username, type: user.type, password: user.password };
  },
  make: async (registry, { project, service }, planned) => {
    await registry.createUser(project, service, toText(planned['username']) ?? '');
  },
  end: (registry, { project, service }, name, expect) => registry.deleteUser(project, service, name, expect),
});
