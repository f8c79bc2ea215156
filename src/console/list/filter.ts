import { matchesFilter, narrowsFilter, type parseServiceFilter, type ServiceFilter } from '../../domain';
import type { Row } from './row';

/** What a filter shows of rows; all of them while it has a fault. What is typed on is looked for among what was shown before alone. */
export const createRowFilter = () => {
  let last:
    { readonly rows: readonly Row[]; readonly filter: ServiceFilter; readonly shown: readonly Row[] } | undefined;
  return (rows: readonly Row[], read: ReturnType<typeof parseServiceFilter>): readonly Row[] => {
    if (read.kind === 'fault') return rows;
    const { filter } = read;
    const among = last?.rows === rows && narrowsFilter(filter, last.filter) ? last.shown : rows;
    const shown = among.filter(({ filterable }) => matchesFilter(filter, filterable));
    last = { rows, filter, shown };
    return shown;
  };
};
