import { done } from '../command';
import { serviceCommand } from '../service-command';
import { reportPeriods } from '../report-periods';
import { backupRegionsText } from '../show/backups';
import { chart } from '../show/chart';
import { asJson } from '../json';

/** `forkcast service backup-regions`. */
export const serviceBackupRegions = serviceCommand({
  name: 'service backup-regions',
  summary: 'show the second backup region of a service, and how far it lags behind',
  examples: {
    'forkcast service backup-regions orders': 'region, status, lag, and what can be restored from where',
    'forkcast service backup-regions orders --period week': 'the lag of the last seven days as well',
  },
  flags: (inputs) => ({ period: inputs.choice('--period <period>', 'the lag over this time', reportPeriods) }),
  run: async ({ context, client, project, service }, { period }) => {
    const regions = await client.backupRegions(project, service);
    if (period === undefined) return done(backupRegionsText(regions), { backups: asJson(regions) });
    const { replication_lag: lag } = await client.lagReport(project, service, period);
    const samples = lag.data.rows.map(([at, value]) => ({ at, value }));
    const bars = chart(samples, { columns: context.terminal.columns, unit: 's' });
    return done(`${backupRegionsText(regions)}\n\nReplication lag over the last ${period}: ${bars}`, {
      backups: asJson(regions),
      period,
      lag: samples,
    });
  },
});
