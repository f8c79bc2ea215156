import type { AccessChange, AccessHistory, AccessItem, EpochMs } from '../domain';

/** What was there at an instant and is not any more, by kind; names in the order in which they went. */
type Returning = ReadonlyMap<AccessItem, readonly string[]>;

/**
 * What a restore to an instant brings back. A name was there when the first change of it since is that it was taken away, and it is
 * gone when the last one is; a user that was made again has another password, and the restore has the former one. Undefined: the history
 * does not reach back so far.
 */
export const returningAt = ({ from, changes }: AccessHistory, point: EpochMs): Returning | undefined => {
  if (point < from) return undefined;
  const since = new Map<string, AccessChange[]>();
  for (const change of changes) {
    if (change.at <= point) continue;
    const key = `${change.item}/${change.name}`;
    since.set(key, [...(since.get(key) ?? []), change]);
  }
  const returning = new Map<AccessItem, readonly string[]>();
  const add = (item: AccessItem, name: string): void => {
    const names = returning.get(item) ?? [];
    if (!names.includes(name)) returning.set(item, [...names, name]);
  };
  for (const [key, ofName] of since) {
    const [first, last] = [ofName[0], ofName.at(-1)];
    if (first === undefined || last === undefined || first.change !== 'removed') continue;
    if (first.item !== 'passwords' && last.change === 'removed') add(first.item, first.name);
    else if (first.item === 'service-users') add('passwords', first.name);
    else if (first.item === 'passwords' && isKept(since.get(key.replace('passwords/', 'service-users/'))))
      add('passwords', first.name);
  }
  return returning;
};

/** A user that was there at the instant and is still, or again. */
const isKept = (ofUser: readonly AccessChange[] | undefined): boolean =>
  ofUser === undefined || (ofUser[0]?.change === 'removed' && ofUser.at(-1)?.change === 'added');
