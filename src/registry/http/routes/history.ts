import type { historyOperations } from '../../../api';
import { dayMs, toRfc3339 } from '../../../domain';
import { instanceKey, forkedFrom } from '../../events';
import { answered, onProject, refused } from '../answer';
import { historyBody } from '../history-bodies';
import { chooseResolution, mostPoints } from '../lag-steps';
import { descendantBody, endedBody, lifeIn, onLife } from '../lives';
import { readInterval } from '../read-instant';
import type { Routes } from '../route';
import { lineageBody } from '../service-body';
import { writeInstant } from '../write-instant';

const usualLimit = 100;

/** How the registry answers operations on where services came from, and what became of them. */
export const historyRoutes: Routes<typeof historyOperations> = {
  LineageGet: (registry, { at, query }) =>
    onLife(registry, lifeIn(at, query), () => {
      const ancestors = registry.lineage(lifeIn(at, query)) ?? [];
      return answered({
        lineage: ancestors.map((ancestor) => {
          const ended = registry.instance(forkedFrom(ancestor))?.terminatedAt;
          return {
            ...lineageBody(ancestor),
            source_live: ended === null,
            source_ended_at: writeInstant(ended ?? null),
          };
        }),
      });
    }),

  DescendantsGet: (registry, { at, query }) =>
    onLife(registry, lifeIn(at, query), ({ incarnation }) => {
      const all = registry.descendants(lifeIn(at, query)) ?? [];
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

  EndedServiceList: (registry, { at, query }) =>
    onProject(registry, at.project, ({ name }) => {
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

  ServiceHistory: (registry, { at, query }) =>
    onLife(registry, lifeIn(at, query), ({ createdAt }) => {
      const { now } = registry.clock();
      const interval = readInterval(query, { where: 'Query', from: createdAt, until: now });
      if ('status' in interval) return interval;
      const kinds = query.kinds?.split(',');
      const shown = (registry.history(lifeIn(at, query)) ?? [])
        .map((entry) => ({ entry, end: 'until' in entry ? (entry.until ?? Infinity) : entry.at }))
        .filter(({ entry, end }) => entry.at <= interval.until && end >= interval.from)
        .filter(({ entry }) => kinds?.includes(entry.kind) ?? true);
      const begin = query.cursor === undefined ? 0 : Number(query.cursor);
      if (!Number.isSafeInteger(begin) || begin < 0) return foreignCursor;
      const end = begin + Number(query.limit ?? usualLimit);
      return answered({
        now: toRfc3339(now),
        from: toRfc3339(interval.from),
        until: toRfc3339(interval.until),
        entries: shown.slice(begin, end).map(({ entry }) => historyBody(entry)),
        next: end < shown.length ? String(end) : null,
      });
    }),

  ReplicationLag: (registry, { at, query }) =>
    onLife(registry, lifeIn(at, query), () => {
      const { now } = registry.clock();
      const interval = readInterval(query, { where: 'Query', from: now - dayMs, until: now });
      if ('status' in interval) return interval;
      const { from } = interval;
      const until = Math.max(from, Math.min(interval.until, now));
      const { resolution, everyMs, points } = chooseResolution(until - from, query.resolution);
      if (points > mostPoints) {
        const bound = `${points} points at the resolution ${resolution} are more than ${mostPoints}`;
        return refused('request_invalid', `Query, resolution: ${bound}. Take a coarser one, or a shorter interval.`);
      }
      const regions = registry.lagOver(lifeIn(at, query), { from, until, everyMs }) ?? [];
      return answered({
        now: toRfc3339(now),
        from: toRfc3339(from),
        until: toRfc3339(until),
        resolution,
        every_seconds: everyMs / 1_000,
        regions: regions.map((region) => ({
          cloud_name: region.cloud,
          from: toRfc3339(region.from),
          until: region.to === Infinity ? null : toRfc3339(region.to),
          points: region.points.map(({ at, lagSeconds }) => ({ at: toRfc3339(at), lag_seconds: lagSeconds })),
        })),
      });
    }),
};

const foreignCursor = refused(
  'request_invalid',
  'Query, cursor: it is no `next` of a page of this list. Leave it out to begin again.',
);
