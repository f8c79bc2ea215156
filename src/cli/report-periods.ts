import type { LagReportPeriod } from '../api';

/** How far back a report of a service may go, as `--period` takes it. */
export const reportPeriods = ['hour', 'day', 'week', 'month', 'year'] as const satisfies readonly LagReportPeriod[];
