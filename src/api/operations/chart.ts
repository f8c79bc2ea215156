import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list } from './fields';

/**
 * A chart as Google's charts take it: columns, then rows of an instant and a number.
 * @see API reference, ServiceMetricsFetch (read 2026-11-20)
 */
export const chart = once(() =>
  atLeast({
    data: atLeast({
      cols: list(atLeast({ label: z.string(), type: z.string() })),
      rows: list(z.tuple([z.string(), z.number()])),
    }),
    hints: atLeast({ title: z.string() }),
  }),
);

export type ChartBody = z.infer<ReturnType<typeof chart>>;
