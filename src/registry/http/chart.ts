import type { ChartBody } from '../../api';
import { toRfc3339, type EpochMs } from '../../domain';

/** One line of a chart: what it is called, and its points, oldest first. */
interface ChartLine {
  readonly label: string;
  readonly points: readonly { readonly at: EpochMs; readonly value: number }[];
}

/**
 * A chart as Google's charts take it: columns, then rows of an instant and a number.
 * @see API reference, ServiceMetricsFetch (read 2026-11-20)
 */
export const chart = (title: string, line: ChartLine | undefined): ChartBody => ({
  data: {
    cols: [{ label: 'time', type: 'date' }, ...(line === undefined ? [] : [{ label: line.label, type: 'number' }])],
    rows: (line?.points ?? []).map(({ at, value }) => [toRfc3339(at), value]),
  },
  hints: { title },
});
