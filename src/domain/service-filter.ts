import type { ServiceId } from './names';
import type { ServiceStateName } from './service-facts';
import type { EpochMs } from './time';

/** What an index of lists has of a live service beside its name; what follows from the time is looked at apart. */
export interface IndexEntry {
  readonly type: string;
  readonly plan: string;
  readonly cloud: string;
  readonly createdAt: EpochMs;
  /** `project/service` that it was forked from; absent: it is no fork. */
  readonly source?: string;
  /** Who holds or makes it; absent: nobody does. */
  readonly owner?: { readonly id: string; readonly stack: string; readonly path: string };
}

const keys = ['project', 'type', 'plan', 'cloud', 'region', 'state', 'forked', 'held', 'owner'] as const;

type FilterKey = (typeof keys)[number];

/** Text before, between and after what stands for any text; one piece: the value itself. */
type Glob = readonly string[];

/** Which services are shown: those that have every word in them and, of each key, one of its values. All in lower case. */
export interface ServiceFilter {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<FilterKey, readonly Glob[]>;
}

const states = { POWEROFF: true, REBALANCING: true, REBUILDING: true, RUNNING: true } satisfies Record<
  ServiceStateName,
  true
>;

const known: Readonly<Partial<Record<FilterKey, readonly string[]>>> = {
  state: Object.keys(states).map((state) => state.toLowerCase()),
  forked: ['yes', 'no'],
  held: ['yes', 'no'],
};

const examples: Readonly<Record<FilterKey, string>> = {
  project: 'prod',
  type: 'pg',
  plan: 'business-*',
  cloud: 'aws-*',
  region: 'none',
  state: 'running',
  forked: 'yes',
  held: 'no',
  owner: 'none',
};

/**
 * Reads a filter as a person types it: words, and `key:value,value` where `*` stands for any text. Keys are project, type, plan, cloud,
 * region (the second one; `none`), state, forked and held (yes or no) and owner (its id or its stack; `none`).
 */
export const parseServiceFilter = (
  text: string,
): { readonly kind: 'filter'; readonly filter: ServiceFilter } | { readonly kind: 'fault'; readonly text: string } => {
  const words: string[] = [];
  const values = new Map<FilterKey, readonly Glob[]>();
  for (const part of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = part.indexOf(':');
    const [name, rest] = at < 0 ? [part, undefined] : [part.slice(0, at), part.slice(at + 1)];
    if (rest === undefined) {
      words.push(part);
      continue;
    }
    const key = keys.find((one) => one === name);
    if (key === undefined) return fault(`There is no ${name}: to filter by. There is ${keys.join(', ')}.`);
    const globs = rest
      .split(',')
      .filter(Boolean)
      .map((value) => value.split('*'));
    if (globs.length === 0) return fault(`${key}: has no value yet, as in ${key}:${examples[key]}.`);
    const stranger = globs.find((glob) => known[key]?.some((value) => matchesGlob(glob, value)) === false);
    if (stranger !== undefined) {
      return fault(`${key}:${stranger.join('*')} is none of ${known[key]?.join(', ') ?? ''}.`);
    }
    values.set(key, [...(values.get(key) ?? []), ...globs]);
  }
  return { kind: 'filter', filter: { words, values } };
};

const fault = (text: string) => ({ kind: 'fault' as const, text });

/** Each piece is looked for once, after the one before: as long as the text, however many stars there are. */
const matchesGlob = (glob: Glob, text: string): boolean => {
  const [head = ''] = glob;
  if (glob.length === 1) return text === head;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const piece of glob.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const tail = glob.at(-1) ?? '';
  return text.length - tail.length >= at && text.endsWith(tail);
};

/** What a service is found by, in lower case: made once of one that is looked at again and again. */
export interface Filterable {
  readonly text: string;
  /** A key that is absent is not looked at yet. */
  readonly values: Readonly<Partial<Record<FilterKey, readonly string[]>>>;
}

/** What a service is found by; a state and a second region (null: none) that are not told are not looked at yet. Never throws. */
export const filterableOf = (
  { project, service }: ServiceId,
  { type, plan, cloud, source, owner }: Omit<IndexEntry, 'createdAt'>,
  { state, region }: { readonly state?: string | undefined; readonly region?: string | null | undefined } = {},
): Filterable => {
  const lower = (...texts: readonly string[]): readonly string[] => texts.map((text) => text.toLowerCase());
  const held = owner === undefined ? '' : `${owner.stack} ${owner.path}`;
  const later = `${state ?? ''} ${region ?? ''}`;
  return {
    text: `${project}/${service} ${type} ${plan} ${cloud} ${source ?? ''} ${held} ${later}`.toLowerCase(),
    values: {
      project: lower(project),
      type: lower(type),
      plan: lower(plan),
      cloud: lower(cloud),
      forked: [source === undefined ? 'no' : 'yes'],
      held: [owner === undefined ? 'no' : 'yes'],
      owner: owner === undefined ? ['none'] : lower(owner.id, owner.stack),
      ...(state === undefined ? {} : { state: lower(state) }),
      ...(region === undefined ? {} : { region: lower(region ?? 'none') }),
    },
  };
};

/** Whether a filter shows a service, as far as what is known of it decides. Never throws. */
export const matchesFilter = ({ words, values }: ServiceFilter, service: Filterable): boolean => {
  for (const word of words) if (!service.text.includes(word)) return false;
  if (values.size === 0) return true;
  for (const [key, globs] of values) {
    const found = service.values[key];
    if (found?.some((value) => globs.some((glob) => matchesGlob(glob, value))) === false) return false;
  }
  return true;
};

/** Whether what a filter shows is known to be among what another one shows, as when that was typed on: false where it may not be. */
export const narrowsFilter = (filter: ServiceFilter, other: ServiceFilter): boolean =>
  other.words.every((word) => filter.words.some((longer) => longer.includes(word))) &&
  [...other.values].every(([key, globs]) => {
    const texts = new Set(globs.map(writeGlob));
    return filter.values.get(key)?.every((glob) => texts.has(writeGlob(glob))) ?? false;
  });

const writeGlob = (glob: Glob): string => glob.join('*');

/** Whether a filter leaves what follows from the time to be looked at. Never throws. */
export const asksForLater = ({ values }: ServiceFilter): boolean => values.has('state') || values.has('region');
