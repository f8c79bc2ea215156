import type { Row } from './row';

const keys = ['type', 'cloud', 'state', 'forked', 'project', 'plan', 'region', 'held'] as const;
type Key = (typeof keys)[number];

/** Which rows are shown: those that have every word and, of each key that is named, one of its values. */
type Filter =
  | { readonly kind: 'filter'; readonly matches: (row: Row) => boolean }
  | { readonly kind: 'fault'; readonly why: string };

/** Reads words and `key:value,value` parts, where `*` stands for any text: `orders type:pg cloud:aws-* forked:yes`. Never throws. */
export const parseFilter = (text: string): Filter => {
  const tests: ((row: Row) => boolean)[] = [];
  for (const part of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const [name = '', values] = splitPart(part);
    if (values === undefined) {
      tests.push(({ words }) => words.includes(part));
      continue;
    }
    const key = keys.find((known) => known === name);
    if (key === undefined)
      return { kind: 'fault', why: `There is no ${name}: to filter by. There is ${keys.join(', ')}.` };
    const wanted = values.split(',').filter(Boolean).map(readGlob);
    if (wanted.length === 0) return { kind: 'fault', why: `${name}: has no value yet, as in ${examples[key]}.` };
    tests.push((row) => wanted.some((matches) => matches(valueOf(row, key))));
  }
  return { kind: 'filter', matches: (row) => tests.every((test) => test(row)) };
};

const examples: Readonly<Record<Key, string>> = {
  type: 'type:pg',
  cloud: 'cloud:aws-*',
  state: 'state:running',
  forked: 'forked:yes',
  project: 'project:prod',
  plan: 'plan:business-*',
  region: 'region:none',
  held: 'held:no',
};

const splitPart = (part: string): readonly [string, string | undefined] => {
  const at = part.indexOf(':');
  return at < 0 ? [part, undefined] : [part.slice(0, at), part.slice(at + 1)];
};

const readGlob = (value: string): ((text: string) => boolean) => {
  if (!value.includes('*')) return (text) => text === value;
  const pieces = value.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${pieces.join('.*')}$`);
  return (text) => pattern.test(text);
};

const valueOf = (row: Row, key: Key): string => {
  switch (key) {
    case 'forked':
      return row.source === null ? 'no' : 'yes';
    case 'held':
      return row.heldBy === null ? 'no' : 'yes';
    case 'region':
      return (row.region.cloud ?? 'none').toLowerCase();
    case 'type':
    case 'cloud':
    case 'state':
    case 'project':
    case 'plan':
      return row[key].toLowerCase();
  }
};

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
    sign * compare(a, b, key) || order(a.name, b.name) || order(a.project, b.project);
  return [...rows].sort(by);
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compare = (a: Row, b: Row, key: SortKey): number => {
  if (key === 'age') return b.createdAt - a.createdAt;
  if (key === 'backup') return (a.newestBackupAt ?? 0) - (b.newestBackupAt ?? 0);
  return order(a[key], b[key]);
};
