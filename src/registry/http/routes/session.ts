import type { sessionOperations } from '../../../api';
import { toRfc3339 } from '../../../domain';
import { answered, refused } from '../answer';
import { holderBody, describeMemberships } from '../holder-body';
import type { Routes } from '../route';

/** How the registry answers operations on who calls. */
export const sessionRoutes: Routes<typeof sessionOperations> = {
  UserInfo: (registry, { holder }) => {
    const projects = registry.projects();
    return answered({
      user: {
        ...holderBody(holder),
        state: 'active',
        tenant: 'forkcast',
        auth: ['token'],
        projects: projects.map(({ name }) => name),
        ...describeMemberships(projects, holder),
        invitations: [],
        features: {},
        intercom: {},
        viewed_indicators: [],
        now: toRfc3339(registry.clock().now),
      },
    });
  },

  UserAuth: () =>
    refused(
      'operation_not_simulated',
      'The operation UserAuth is not simulated: this registry has no passwords. ' +
        'Log in with a token: "avn user login --token", AIVEN_AUTH_TOKEN or AIVEN_TOKEN.',
    ),
};
