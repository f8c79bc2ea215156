import { instanceKey, projectStream } from './events';
import type { LogEntry, LogPage } from './log-page';
import type { ServiceState } from './state';
import type { StoreReader } from './store/event-store';

/** What happened in a project, newest first; the rows of ledgers are left out. */
export const readProjectLog = (reader: StoreReader, project: string, page: LogPage): readonly LogEntry[] =>
  reader.newestEvents(projectStream(project), page.beyond ?? Number.MAX_SAFE_INTEGER, page.limit);

/** What happened to a service in this life of its name, its ledger left out: oldest first, or newest first. */
export const readServiceLog = (
  reader: StoreReader,
  state: ServiceState,
  page: LogPage & { readonly order: 'asc' | 'desc' },
): readonly LogEntry[] => {
  const untilVersion = page.order === 'desc' && page.beyond !== undefined ? page.beyond - 1 : Number.MAX_SAFE_INTEGER;
  const events = reader.instanceEvents({
    instance: instanceKey(state),
    kind: 'settings',
    untilAt: Number.MAX_SAFE_INTEGER,
    untilVersion,
  });
  if (page.order === 'desc') return [...events].reverse().slice(0, page.limit);
  const rest = page.beyond === undefined ? events : events.filter(({ version }) => version > (page.beyond ?? 0));
  return page.beyond === undefined ? rest.slice(-page.limit) : rest.slice(0, page.limit);
};
