import type { AnswerOf, Contract } from '../../api';
import { toRfc3339, unreachable } from '../../domain';
import type { HistoryEntry } from '../lives';
import { lineageBody } from './service-body';
import { writeInstant } from './write-instant';

type Body = AnswerOf<Contract['ServiceHistory']>['entries'][number];

/** Something that happened to a service, as the API shows it. */
export const historyBody = (entry: HistoryEntry): Body => {
  const { kind } = entry;
  const base = { kind, at: toRfc3339(entry.at) };
  switch (entry.kind) {
    case 'created': {
      const { type, after, cloud, lineage } = entry;
      return { ...base, service_type: type, after, cloud_name: cloud, lineage: lineage && lineageBody(lineage) };
    }
    case 'plan':
    case 'cloud':
    case 'disk':
    case 'version':
    case 'backup-region':
    case 'protection':
      return { ...base, before: entry.before, after: entry.after };
    case 'restored':
      return { ...base, backup_name: entry.backupName, recovery_point: writeInstant(entry.recoveryPoint) };
    case 'owner': {
      const { state, stack, path, by } = entry;
      return { ...base, state, stack, path, by };
    }
    case 'ended':
      return { ...base, how: entry.how };
    case 'power-off':
    case 'copy-pause':
      return { ...base, until: writeInstant(entry.until) };
    case 'outage':
      return { ...base, cloud_name: entry.cloud, until: writeInstant(entry.until) };
    default:
      return unreachable(entry);
  }
};
