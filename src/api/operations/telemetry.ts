import * as z from 'zod/mini';
import { maybeText, period, wholeText } from './fields';
import { operation } from './operation';

export const metricsFetch = operation({
  id: 'ServiceMetricsFetch',
  method: 'POST',
  path: '/v1/project/{project}/service/{service}/metrics',
  needs: 'read',
  basis: 'schema',
  summary:
    'Charts what the simulation knows of a service: data size, disk usage, and the replication lag of its backups.',
  body: () => z.strictObject({ period }),
});

export const logsGet = operation({
  id: 'ProjectGetServiceLogs',
  method: 'POST',
  path: '/v1/project/{project}/service/{service}/logs',
  needs: 'read',
  basis: 'inference',
  summary: 'Gives one page of what happened to a service, one line for each event.',
  body: () =>
    z.strictObject({
      limit: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(500)))),
      offset: maybeText,
      sort_order: z.optional(z.nullable(z.enum(['asc', 'desc']))),
    }),
});

export const eventList = operation({
  id: 'ProjectGetEventLogs',
  method: 'GET',
  path: '/v1/project/{project}/events',
  needs: 'read',
  basis: 'schema',
  summary: 'Lists what happened in a project, newest first; 100 events unless `limit` says otherwise, at most 1000.',
  query: () => z.object({ limit: wholeText(1_000_000_000) }),
});

/** Operations on what can be observed of a service and a project. */
export const telemetryOperations = [metricsFetch, logsGet, eventList] as const;
