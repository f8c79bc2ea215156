import type { MarkedValue } from './marked-value';

/** Tells the old resource from the new one of its address. */
export const leftBehindMark = ' (left behind)';

/** What of a planned resource says what becomes of it. */
interface Replaced {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before: MarkedValue;
  readonly after: MarkedValue;
  readonly replacePaths: readonly unknown[];
  readonly why: string | undefined;
}

/** A resource of a plan, apart where its replacement only forgets what it replaces. */
export const apart = <Resource extends Replaced>(resource: Resource): readonly Resource[] => {
  const { actions } = resource;
  return actions.length === 2 && actions.includes('create') && actions.includes('forget')
    ? leftBehind(resource)
    : [resource];
};

/** A replacement that only forgets what it replaces is two: a new resource, and the old one, which lives on. */
export const leftBehind = <Resource extends Replaced>(resource: Resource): readonly Resource[] => {
  const { address } = resource;
  const nothing = { value: null, unknown: undefined, sensitive: undefined };
  return [
    { ...resource, actions: ['create'], before: nothing, replacePaths: [], why: undefined },
    { ...resource, address: `${address}${leftBehindMark}`, actions: ['forget'], after: nothing },
  ];
};
