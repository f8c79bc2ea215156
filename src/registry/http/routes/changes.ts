import type { changesOperations } from '../../../api';
import { toRfc3339 } from '../../../domain';
import { answered } from '../answer';
import type { Routes } from '../route';

const usualLimit = 100;

/** How the registry answers what has changed. */
export const changesRoutes: Routes<typeof changesOperations> = {
  ChangesGet: (registry, { query }) => {
    const { founding, version } = registry.changes(Number.MAX_SAFE_INTEGER, 0);
    const { now, mode } = registry.clock();
    const asked = query.since?.split('.') ?? [];
    const since = asked[0] === founding && /^\d{1,15}$/.test(asked[1] ?? '') ? Number(asked[1]) : undefined;
    const changes = registry.changes(since ?? version, Number(query.limit ?? usualLimit));
    return answered({
      version: `${founding}.${changes.version}`,
      now: toRfc3339(now),
      clock_mode: mode.kind,
      reload: changes.everything || (query.since !== undefined && since === undefined),
      services: changes.services.map(({ project, service }) => ({ project, service_name: service })),
      projects: changes.projects,
    });
  },
};
