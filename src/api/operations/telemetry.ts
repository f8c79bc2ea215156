import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, list, maybeText, period, wholeText } from './fields';
import { GET, POST, operation } from './operation';
import { chart } from './chart';

/** One page of what happened to a service. */
const logPage = once(() =>
  atLeast({
    logs: list(atLeast({ time: z.string(), unit: z.string(), msg: z.string() })),
    offset: z.string(),
  }),
);

/** Operations on what can be observed of a service and a project. */
export const telemetryOperations = {
  ServiceMetricsFetch: operation({
    ...POST('/v1/project/{project}/service/{service}/metrics'),
    needs: 'read',
    basis: 'schema',
    summary:
      'Charts what the simulation knows of a service: data size, disk usage, and the replication lag of its backups.',
    body: () => z.strictObject({ period }),
    answer: () => atLeast({ metrics: z.record(z.string(), chart()) }),
  }),

  ProjectGetServiceLogs: operation({
    ...POST('/v1/project/{project}/service/{service}/logs'),
    needs: 'read',
    basis: 'inference',
    summary: 'Gives one page of what happened to a service, one line for each event.',
    body: () =>
      z.strictObject({
        limit: z.exactOptional(z.nullable(z.int().check(z.minimum(1), z.maximum(500)))),
        offset: maybeText,
        sort_order: z.exactOptional(z.nullable(z.enum(['asc', 'desc']))),
      }),
    answer: logPage,
  }),

  ProjectGetEventLogs: operation({
    ...GET('/v1/project/{project}/events'),
    basis: 'schema',
    summary: 'Lists what happened in a project, newest first; 100 events unless `limit` says otherwise, at most 1000.',
    query: () => z.object({ limit: wholeText(1_000_000_000) }),
    answer: () => atLeast({ events: list(jsonObject) }),
  }),
};
