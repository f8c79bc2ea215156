import { byCodeUnit } from '../../domain';
import type { Row } from './row';

/** What a list can be sorted by. */
const sortKeys = ['name', 'type', 'plan', 'cloud', 'state', 'age', 'backup'] as const;
export type SortKey = (typeof sortKeys)[number];

/** The order of a list, as the address has it: `name`, or `-age` for the other way round. */
export const parseSort = (text: string | undefined): { readonly key: SortKey; readonly down: boolean } => {
  const down = text?.startsWith('-') ?? false;
  const key = sortKeys.find((known) => known === text?.replace(/^-/, ''));
  return key === undefined ? { key: 'name', down: false } : { key, down };
};

/** Rows in that order; those that are alike in it by project and name. */
export const sortRows = (rows: readonly Row[], { key, down }: ReturnType<typeof parseSort>): readonly Row[] => {
  const sign = down ? -1 : 1;
  const by = (a: Row, b: Row): number =>
    sign * compare(a, b, key) || order(a, b, 'service_name') || order(a, b, 'project');
  return [...rows].sort(by);
};

const order = (a: Row, b: Row, field: 'project' | (typeof fields)[keyof typeof fields]): number =>
  byCodeUnit(a.service[field], b.service[field]);

/** Which field of a service each key is. */
const fields = {
  name: 'service_name',
  type: 'service_type',
  plan: 'plan',
  cloud: 'cloud_name',
  state: 'state',
} as const satisfies Partial<Record<SortKey, string>>;

const compare = (a: Row, b: Row, key: SortKey): number => {
  if (key === 'age') return b.createdAt - a.createdAt;
  if (key === 'backup') return (a.newestBackupAt ?? 0) - (b.newestBackupAt ?? 0);
  return order(a, b, fields[key]);
};
