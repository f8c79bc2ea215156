import { done } from '../command';
import { serviceCommand } from '../service-command';
import { reportPeriods } from '../report-periods';
import { chart } from '../show/chart';

/** `forkcast service metrics`. */
export const serviceMetrics = serviceCommand({
  name: 'service metrics',
  summary: 'chart the data size, the disk usage and the backup lag of a service',
  examples: { 'forkcast service metrics orders --period week': 'the last seven days' },
  flags: (inputs) => ({ period: inputs.choice('--period <period>', 'how far back (default: hour)', reportPeriods) }),
  run: async ({ context, client, project, service }, { period }) => {
    const over = period ?? 'hour';
    const at = { project, service };
    const { metrics } = await client.ask('ServiceMetricsFetch', { at, body: { period: over }, query: null });
    const charts = Object.entries(metrics).map(([metric, { data, hints }]) => ({
      metric,
      title: hints.title,
      samples: data.rows.map(([at, value]) => ({ at, value })),
    }));
    const text = charts
      .map(({ title, samples }) => `${title}: ${chart(samples, { columns: context.terminal.columns, unit: '' })}`)
      .join('\n\n');
    return done(text, { period: over, metrics: charts });
  },
});
