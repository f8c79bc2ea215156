import type { ResourceClient } from '../../api';
import type { Expectation, ServiceId } from '../../domain';
import { computed, isGiven, number, type ObjectValue, optional, required, string } from '../protocol';
import { toText } from '../values';
import { memberResource } from './member';
import { takenBy } from './taken-by';
import { isNewVersion, versionFaults } from './write-only-secrets';

/** A user of a service; a fork gets the users of its source, so those are imported, not made. */
export const serviceUser = memberResource({
  typeName: 'forkcast_service_user',
  noun: 'user',
  description: 'A user of a service. A fork has the users of its source: import those.',
  isCopied: true,
  nameAttribute: 'username',
  attributes: {
    username: required(string, 'Name of the user.', { replaces: true, validate: [isGiven] }),
    type: computed(string, '`primary` or `normal`.', { fixed: true }),
    password: computed(string, 'Password that the registry chose; null where `password_wo` gives it.', {
      fixed: true,
      sensitive: true,
    }),
    password_wo: optional(
      string,
      'Password of the user, such as a value of an ephemeral resource: no plan and no state has it. Needs Terraform 1.11.',
      { writeOnly: true, sensitive: true, validate: [takenBy('ServiceUserCredentialsReset', 'new_password')] },
    ),
    password_wo_version: optional(number, 'Goes with `password_wo`: raise it, and the user is given that password.'),
  },
  secret: { attribute: 'password', unless: 'password_wo_version' },
  validate: (config) => versionFaults(config, 'password_wo'),
  find: async (registry, { project, service }, name) => {
    const user = await registry.getUser(project, service, name);
    return user && { username: user.username, type: user.type, password: user.password };
  },
  make: async (registry, { project, service }, planned) => {
    await registry.createUser(project, service, toText(planned['username']) ?? '');
  },
  finish: (registry, service, { planned, written }) => setPassword(registry, service, planned, written),
  change: async (registry, service, { prior, planned, written }, expect) => {
    if (isNewVersion(prior, planned, 'password_wo_version'))
      await setPassword(registry, service, planned, written, expect);
  },
  end: (registry, { project, service }, name, expect) => registry.deleteUser(project, service, name, expect),
});

const setPassword = async (
  registry: ResourceClient,
  { project, service }: ServiceId,
  { username }: ObjectValue,
  { password_wo }: ObjectValue,
  expect?: Expectation,
): Promise<void> => {
  const password = toText(password_wo);
  if (password === undefined) return;
  await registry.resetUserPassword(project, service, toText(username) ?? '', { password, ...(expect && { expect }) });
};
