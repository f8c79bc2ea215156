import { Service } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/** Refused: the source has three nodes, a startup plan has one, and ClickHouse cannot be restored onto fewer. */
export const clickhouseFewerNodes: Example = (app, options) => {
  const stack = stackOf(app, 'clickhouse-fewer-nodes', options);
  const source = Service.fromRegistry(stack, 'source', { serviceName: 'events-ch', serviceType: 'clickhouse' });
  source.fork('fork', { serviceName: 'events-ch-small', plan: 'startup-16', cloudName: 'google-europe-west1' });
  return stack;
};
