import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { reportPeriods } from '../report-periods';
import { backupRegionsText } from '../show/backups';
import { chart } from '../show/chart';
import { asJson } from '../json';

/** `forkcast service backup-regions`. */
export const serviceBackupRegions: CommandDefinition = {
  name: 'service backup-regions',
  summary: 'show the second backup region of a service, and how far it lags behind',
  examples: {
    'forkcast service backup-regions orders': 'region, status, lag, and what can be restored from where',
    'forkcast service backup-regions orders --period week': 'the lag of the last seven days as well',
  },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const period = inputs.choice('--period <period>', 'the lag over this time', reportPeriods);
    return async (context) => {
      const { project, client } = await reach(context);
      const regions = await client.backupRegions(project, name());
      const over = period();
      if (over === undefined) {
        return done(backupRegionsText(regions), { project, service: name(), backups: asJson(regions) });
      }
      const { replication_lag: lag } = await client.lagReport(project, name(), over);
      const samples = lag.data.rows.map(([at, value]) => ({ at, value }));
      const bars = chart(samples, { columns: context.terminal.columns, unit: 's' });
      return done(`${backupRegionsText(regions)}\n\nReplication lag over the last ${over}: ${bars}`, {
        project,
        service: name(),
        backups: asJson(regions),
        period: over,
        lag: samples,
      });
    };
  },
};
