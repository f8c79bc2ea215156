import { parseInstant, type EpochMs } from '../../domain';
import { setQuery, useApp } from '../app';
import { gutter, layOutTicks, placeAt, type View, writeInstant, writeLength } from '../../time';
import { DataTable } from '../data-table';
import { useLoaded } from '../loaded';
import { useFrameWidth } from '../panels/frame-width';
import type { ServiceData } from '../service-data';
import { TroubleBox, Waiting } from '../trouble-box';

const periods = ['hour', 'day', 'week', 'month', 'year'] as const;

interface Point {
  readonly at: EpochMs;
  readonly seconds: number;
}

/** How far the second location is behind, as a chart and as a table, from the report operation. */
export const LagTab = ({ data }: { readonly data: ServiceData }) => {
  const app = useApp();
  const { project, service, regions } = data;
  const period = periods.find((name) => name === app.route.value.query['period']) ?? 'day';
  const loaded = useLoaded(`lag ${project}/${service.service_name} ${period}`, async () => {
    const report = await app.client.lagReport(project, service.service_name, period);
    return report.replication_lag.data.rows.map(([at, seconds]): Point => ({
      at: parseInstant(at) ?? Date.parse(at),
      seconds,
    }));
  });
  if (regions.cloud === null) {
    return (
      <section class="empty">
        <h2>There is no secondary backup location</h2>
        <p>Without one nothing is copied, so nothing can lag behind.</p>
        <button onClick={() => setQuery(app, { dialog: 'second-location' }, 'push')}>
          Set a secondary backup location
        </button>
      </section>
    );
  }
  return (
    <section class="card stack" aria-label="Replication lag">
      <div class="split">
        <p>
          {regions.cloud}
          {regions.lag_seconds === null ? ' has no copy yet' : ` is ${writeLength(regions.lag_seconds * 1000)} behind`}
        </p>
        <div class="segments" role="group" aria-label="Period">
          {periods.map((name) => (
            <button
              key={name}
              aria-pressed={name === period}
              onClick={() => setQuery(app, { period: name === 'day' ? undefined : name })}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      {loaded.kind === 'loading' && <Waiting what="The lag is asked for" />}
      {loaded.kind === 'failed' && <TroubleBox trouble={loaded.trouble} />}
      {loaded.kind === 'ready' && loaded.value.length === 0 && (
        <p class="faint">Nothing was copied in this {period}.</p>
      )}
      {loaded.kind === 'ready' && loaded.value.length > 0 && (
        <>
          <Chart points={loaded.value} period={period} />
          <Table points={loaded.value} />
        </>
      )}
    </section>
  );
};

const [chartHeight, chartLeft] = [240, 72] as const;

const Chart = ({ points, period }: { readonly points: readonly Point[]; readonly period: string }) => {
  const { frame, width: plotWidth } = useFrameWidth(0);
  const chartWidth = plotWidth + gutter.left + gutter.right;
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const view: View = { from: first, to: Math.max(last, first + 60_000), width: chartWidth - chartLeft - 8 };
  const most = Math.max(60, ...points.map(({ seconds }) => seconds));
  const y = (seconds: number): number => 20 + (1 - seconds / most) * (chartHeight - 50);
  const line = points
    .map(({ at, seconds }) => `${(chartLeft + placeAt(view, at)).toFixed(1)} ${y(seconds).toFixed(1)}`)
    .join('L');
  const base = y(0);
  return (
    <div class="scroll" ref={frame} tabIndex={0} role="region" aria-label="Chart of the lag">
      <svg
        class="chart"
        width={chartWidth}
        height={chartHeight}
        viewBox={`0 0 ${chartWidth} ${chartHeight}`}
        role="img"
        aria-label={`The lag over the ${period}: at most ${writeLength(most * 1000)}. The table below has each point.`}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line class="grid" x1={chartLeft} x2={chartWidth - 8} y1={y(most * share)} y2={y(most * share)} />
            <text x={chartLeft - 6} y={y(most * share) + 4} text-anchor="end">
              {writeLength(most * share * 1000)}
            </text>
          </g>
        ))}
        {layOutTicks(view).map(({ at, x, label }) => (
          <text key={at} x={chartLeft + x} y={chartHeight - 8} text-anchor="middle">
            {label}
          </text>
        ))}
        <path
          class="area"
          d={`M${chartLeft} ${base}L${line}L${(chartLeft + placeAt(view, last)).toFixed(1)} ${base}Z`}
        />
      </svg>
    </div>
  );
};

const Table = ({ points }: { readonly points: readonly Point[] }) => (
  <details>
    <summary class="hint">The same as a table</summary>
    <DataTable label="Table of the lag" columns={['Time', 'Behind']}>
      {points.map(({ at, seconds }) => (
        <tr key={at}>
          <td>{writeInstant(at)}</td>
          <td>{writeLength(seconds * 1000)}</td>
        </tr>
      ))}
    </DataTable>
  </details>
);
