import * as z from 'zod/mini';
import { atLeast, list, pageLimit, text, texts } from './fields';
import { GET, operation } from './operation';

/** Operations that tell what has changed. */
export const changesOperations = {
  ChangesGet: operation({
    ...GET('/v1/forkcast/changes'),
    isDiscreet: true,
    summary:
      'Tells which services were changed since the `version` of an earlier answer, and which projects are new. `reload`: too many, or ' +
      'what concerns all, as a move of the clock or an outage. What time alone changes is not told.',
    query: () => z.object({ since: z.exactOptional(text), limit: pageLimit() }),
    answer: () =>
      atLeast({
        version: z.string(),
        now: z.string(),
        clock_mode: z.enum(['real', 'frozen', 'factor']),
        reload: z.boolean(),
        services: list(atLeast({ project: z.string(), service_name: z.string() })),
        projects: texts,
      }),
  }),
};
