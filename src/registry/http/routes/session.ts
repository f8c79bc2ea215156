import { userAuth, userInfo } from '../../../api';
import { toRfc3339 } from '../../../domain';
import { answered, refused } from '../answer';
import { membershipsOf } from '../memberships';
import { route } from '../route';

/** How the registry answers operations on who calls. */
export const sessionRoutes = [
  route(userInfo, (registry) => {
    const projects = registry.projects();
    return answered({
      user: {
        user: 'anyone@forkcast.internal',
        user_id: 'u00000000000',
        real_name: 'Anyone',
        state: 'active',
        tenant: 'forkcast',
        auth: ['token'],
        create_time: '2020-01-01T00:00:00Z',
        token_validity_begin: '2020-01-01T00:00:00Z',
        projects: projects.map(({ name }) => name),
        ...membershipsOf(projects),
        invitations: [],
        features: {},
        intercom: {},
        viewed_indicators: [],
        now: toRfc3339(registry.clock().now),
      },
    });
  }),

  route(userAuth, () =>
    refused(
      'operation_not_simulated',
      'The operation UserAuth is not simulated: this registry has no passwords. ' +
        'Log in with a token: "avn user login --token", AIVEN_AUTH_TOKEN or AIVEN_TOKEN.',
    ),
  ),
];
