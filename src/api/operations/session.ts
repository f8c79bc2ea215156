import * as z from 'zod/mini';
import { atLeast, texts } from './fields';
import { GET, POST, operation } from './operation';

/** Operations on who calls. */
export const sessionOperations = {
  UserInfo: operation({
    ...GET('/v1/me'),
    summary: 'Tells who calls, and which projects that is for.',
    answer: () =>
      atLeast({
        user: atLeast({
          real_name: z.string(),
          /** What may be done in each project: `admin`, `operator` or `read_only`. */
          project_membership: z.record(z.string(), z.string()),
          projects: texts,
        }),
      }),
  }),

  UserAuth: operation({
    ...POST('/v1/userauth'),
    needs: 'none',
    summary: 'Refuses a login by password: this registry knows tokens only.',
    refuses: ['operation_not_simulated'],
  }),
};
