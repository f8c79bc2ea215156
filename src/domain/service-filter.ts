import type { ServiceStateName } from './service-facts';
import type { EpochMs } from './time';

/** A live service as an index of lists has it; its state is looked at apart, since that follows from the time. */
export interface IndexedService {
  readonly project: string;
  readonly service: string;
  readonly type: string;
  readonly plan: string;
  readonly cloud: string;
  readonly createdAt: EpochMs;
  /** `project/service` that it was forked from; absent: it is no fork. */
  readonly source?: string;
  /** Who holds or makes it; absent: nobody does. */
  readonly owner?: { readonly id: string; readonly stack: string; readonly path: string };
}

const keys = ['project', 'type', 'plan', 'cloud', 'state', 'owner', 'forked'] as const;

type FilterKey = (typeof keys)[number];

/** Which services are shown: those that have every word in them and, of each key, one of its values. All in lower case. */
export interface ServiceFilter {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<FilterKey, readonly string[]>;
}

const states = { POWEROFF: true, REBALANCING: true, REBUILDING: true, RUNNING: true } satisfies Record<
  ServiceStateName,
  true
>;

const known: Readonly<Partial<Record<FilterKey, readonly string[]>>> = {
  state: Object.keys(states).map((state) => state.toLowerCase()),
  forked: ['yes', 'no'],
};

/**
 * Reads a filter as a person types it: words, and `key:value,value` for project, type, plan, cloud, state, owner (its id or its
 * stack; `none`) and forked (yes or no).
 */
export const parseServiceFilter = (
  text: string,
): { readonly kind: 'filter'; readonly filter: ServiceFilter } | { readonly kind: 'fault'; readonly text: string } => {
  const words: string[] = [];
  const values = new Map<FilterKey, readonly string[]>();
  for (const part of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = part.indexOf(':');
    const key = keys.find((name) => name === part.slice(0, Math.max(0, at)));
    const given = part
      .slice(at + 1)
      .split(',')
      .filter(Boolean);
    if (at < 0) words.push(part);
    else if (key === undefined) return fault(`there is no ${part.slice(0, at + 1)} Filter by ${keys.join(', ')}`);
    else {
      const stranger = given.find((value) => known[key]?.includes(value) === false);
      if (stranger !== undefined) return fault(`${key}:${stranger} is none of ${known[key]?.join(', ') ?? ''}`);
      if (given.length === 0) return fault(`${key}: has no value, as in ${key}:${known[key]?.[0] ?? 'x'}`);
      values.set(key, [...(values.get(key) ?? []), ...given]);
    }
  }
  return { kind: 'filter', filter: { words, values } };
};

const fault = (text: string) => ({ kind: 'fault' as const, text });

/** Whether a filter shows a service, as far as its state does not decide. Never throws. */
export const matchesFilter = ({ words, values }: ServiceFilter, service: IndexedService): boolean => {
  const is = (key: FilterKey, ...found: readonly string[]): boolean =>
    values.get(key)?.some((value) => found.some((text) => text.toLowerCase() === value)) ?? true;
  const { project, type, plan, cloud, source, owner } = service;
  return (
    is('project', project) &&
    is('type', type) &&
    is('plan', plan) &&
    is('cloud', cloud) &&
    is('forked', source === undefined ? 'no' : 'yes') &&
    is('owner', ...(owner === undefined ? ['none'] : [owner.id, owner.stack])) &&
    (words.length === 0 || hasWords(words, service))
  );
};

const hasWords = (words: readonly string[], service: IndexedService): boolean => {
  const { project, type, plan, cloud, source = '', owner } = service;
  const held = owner === undefined ? '' : `${owner.stack} ${owner.path}`;
  const text = `${project}/${service.service} ${type} ${plan} ${cloud} ${source} ${held}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** Whether a filter leaves the state of a service to be looked at. Never throws. */
export const asksForState = ({ values }: ServiceFilter): boolean => values.has('state');

/** Whether a filter shows services of a state. Never throws. */
export const matchesState = ({ values }: ServiceFilter, state: ServiceStateName): boolean =>
  values.get('state')?.includes(state.toLowerCase()) ?? true;
