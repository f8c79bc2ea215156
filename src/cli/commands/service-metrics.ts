import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { reportPeriods } from '../report-periods';
import { chart } from '../show/chart';

/** `forkcast service metrics`. */
export const serviceMetrics: CommandDefinition = {
  name: 'service metrics',
  summary: 'chart the data size, the disk usage and the backup lag of a service',
  examples: { 'forkcast service metrics orders --period week': 'the last seven days' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const period = inputs.choice('--period <period>', 'how far back (default: hour)', reportPeriods);
    return async (context) => {
      const { project, client } = await reach(context);
      const over = period() ?? 'hour';
      const at = { project, service: name() };
      const { metrics } = await client.ask('ServiceMetricsFetch', { at, body: { period: over }, query: null });
      const charts = Object.entries(metrics).map(([metric, { data, hints }]) => ({
        metric,
        title: hints.title,
        samples: data.rows.map(([at, value]) => ({ at, value })),
      }));
      const text = charts
        .map(({ title, samples }) => `${title}: ${chart(samples, { columns: context.terminal.columns, unit: '' })}`)
        .join('\n\n');
      return done(text, { project, service: name(), period: over, metrics: charts });
    };
  },
};
