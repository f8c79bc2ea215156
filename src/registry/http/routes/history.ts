import type { historyOperations } from '../../../api';
import { toRfc3339 } from '../../../domain';
import { instanceKey } from '../../events';
import { answered, onProject, refused } from '../answer';
import { descendantBody, endedBody, lifeIn, onLife } from '../lives';
import type { Routes } from '../route';
import { lineageBody } from '../service-body';
import { writeInstant } from '../write-instant';

const usualLimit = 100;

/** How the registry answers operations on where services came from, and what became of them. */
export const historyRoutes: Routes<typeof historyOperations> = {
  LineageGet: (registry, { part, query }) =>
    onLife(registry, lifeIn(part, query), () => {
      const ancestors = registry.lineage(lifeIn(part, query)) ?? [];
      return answered({
        lineage: ancestors.map((ancestor) => {
          const { sourceProject: project, sourceService: service, sourceIncarnation: incarnation } = ancestor;
          const ended = registry.instance({ project, service, incarnation })?.terminatedAt;
          return {
            ...lineageBody(ancestor),
            source_live: ended === null,
            source_ended_at: writeInstant(ended ?? null),
          };
        }),
      });
    }),

  DescendantsGet: (registry, { part, query }) =>
    onLife(registry, lifeIn(part, query), ({ incarnation }) => {
      const all = registry.descendants(lifeIn(part, query)) ?? [];
      const last = query.cursor === undefined ? -1 : all.findIndex((one) => instanceKey(one) === query.cursor);
      if (query.cursor !== undefined && last < 0) return foreignCursor;
      const page = all.slice(last + 1, last + 1 + Number(query.limit ?? usualLimit));
      const end = page.at(-1);
      return answered({
        now: toRfc3339(registry.clock().now),
        incarnation,
        descendants: page.flatMap((one) => {
          const life = registry.instance(one);
          return life === undefined ? [] : [descendantBody(life, one)];
        }),
        next: end === undefined || end === all.at(-1) ? null : instanceKey(end),
      });
    }),

  EndedServiceList: (registry, { part, query }) =>
    onProject(registry, part('project'), ({ name }) => {
      const [, service = '', incarnation = ''] = /^([^#]+)#(\d{1,9})$/.exec(query.cursor ?? '') ?? [];
      if (query.cursor !== undefined && service === '') return foreignCursor;
      const { services, next } = registry.ended(name, {
        after: service === '' ? undefined : { service, incarnation: Number(incarnation) },
        limit: Number(query.limit ?? usualLimit),
      });
      return answered({
        now: toRfc3339(registry.clock().now),
        services: services.map(endedBody),
        next: next === undefined ? null : `${next.service}#${next.incarnation}`,
      });
    }),
};

const foreignCursor = refused(
  'request_invalid',
  'Query, cursor: it is no `next` of a page of this list. Leave it out to begin again.',
);
