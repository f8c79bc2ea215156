import type { telemetryOperations } from '../../../api';
import { answered, onPosted, onProject, refused } from '../answer';
import { chart } from '../chart';
import { eventBody, logLine } from '../event-bodies';
import type { Routes } from '../route';

const usualEvents = 100;
const mostEvents = 1_000;
const usualLines = 100;

/** How the registry answers operations on what can be observed of a service and a project. */
export const telemetryRoutes: Routes<typeof telemetryOperations> = {
  ServiceMetricsFetch: (registry, { at, body }) =>
    onPosted(registry, at, (detail) => {
      const period = body.period ?? 'hour';
      const sizes = registry.sizeReport(at, period) ?? [];
      const lags = registry.lagReport(at, period) ?? [];
      const line = (value: (sizeMb: number) => number) => ({
        label: detail.facts.service,
        points: sizes.map(({ at, dataSizeMb }) => ({ at, value: value(dataSizeMb) })),
      });
      const { cloud } = detail.facts.backupRegion;
      return answered({
        metrics: {
          data_size: chart(
            'Data size (MB)',
            line((sizeMb) => sizeMb),
          ),
          ...(detail.facts.diskSpaceMb === 0
            ? {}
            : {
                disk_usage: chart(
                  'Disk space usage %',
                  line((sizeMb) => Math.round((sizeMb / detail.facts.diskSpaceMb) * 10_000) / 100),
                ),
              }),
          ...(cloud === null
            ? {}
            : {
                replication_lag: chart('Backup replication lag (s)', {
                  label: cloud,
                  points: lags.map(({ at, lagSeconds }) => ({ at, value: lagSeconds })),
                }),
              }),
        },
      });
    }),

  ProjectGetServiceLogs: (registry, { at, body }) => {
    const { offset } = body;
    const beyond = offset === undefined || offset === null || offset === '' ? undefined : Number(offset);
    if (beyond !== undefined && !Number.isSafeInteger(beyond)) {
      return refused(
        'request_invalid',
        `Body, offset: ${JSON.stringify(offset).slice(0, 80)} is no offset. Send back one that an answer gave.`,
      );
    }
    return onPosted(registry, at, () => {
      const entries = registry.serviceLog(at, {
        limit: body.limit ?? usualLines,
        order: body.sort_order ?? 'asc',
        ...(beyond === undefined ? {} : { beyond }),
      });
      const versions = (entries ?? []).map(({ version }) => version);
      return answered({
        logs: (entries ?? []).map(logLine),
        offset: String(versions.at(-1) ?? beyond ?? 0),
        first_log_offset: String(versions[0] ?? beyond ?? 0),
      });
    });
  },

  ProjectGetEventLogs: (registry, { at, query }) =>
    onProject(registry, at.project, () => {
      const limit = Math.max(1, Math.min(mostEvents, Number(query.limit ?? usualEvents)));
      return answered({
        events: registry.projectLog(at.project, { limit }).map((entry) => eventBody(at.project, entry)),
      });
    }),
};
