import type { AccessChange, AccessHistory, AccessItem, EpochMs, JsonObject } from '../domain';
import { grantNames } from './role-grants';
import type { ServiceState } from './state';

/** Most changes that a service remembers. */
const mostChanges = 200;

/** Address ranges that may connect when a service does not say. @see go-api-schemas service_types.yml, ip_filter */
const everywhere: readonly string[] = ['0.0.0.0/0', '::/0'];

type Held = Pick<ServiceState, 'databases' | 'users' | 'pools' | 'userConfig' | 'roles'>;

/** The state after an event, with what the event added and took away; a service from before there was a history has none. */
export const withAccess = (before: ServiceState, after: ServiceState, at: EpochMs): ServiceState => {
  if (before.access === undefined) return after;
  const changes = [...compareHeld(before, after, at)];
  return changes.length === 0 ? after : { ...after, access: longer(before.access, changes) };
};

const longer = ({ from, changes }: AccessHistory, added: readonly AccessChange[]): AccessHistory => {
  const all = [...changes, ...added];
  const dropped = all.length <= mostChanges ? undefined : all.at(-mostChanges - 1);
  return { from: dropped?.at ?? from, changes: all.slice(-mostChanges) };
};

function* compareHeld(before: Held, after: Held, at: EpochMs): Iterable<AccessChange> {
  for (const { item, was, is } of heldBeforeAndAfter(before, after)) {
    const [had, has] = [new Set(was), new Set(is)];
    for (const name of was) if (!has.has(name)) yield { at, item, name, change: 'removed' };
    for (const name of is) if (!had.has(name)) yield { at, item, name, change: 'added' };
  }
  for (const name of changedPasswords(before, after)) yield { at, item: 'passwords', name, change: 'removed' };
}

interface Pair {
  readonly item: AccessItem;
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** Lists that an event left alone are the same lists: they are not compared. */
const heldBeforeAndAfter = (before: Held, after: Held): readonly Pair[] => [
  ...(before.users === after.users
    ? []
    : [{ item: 'service-users' as const, was: userNames(before), is: userNames(after) }]),
  ...(before.databases === after.databases
    ? []
    : [{ item: 'databases' as const, was: before.databases, is: after.databases }]),
  ...(before.pools === after.pools
    ? []
    : [{ item: 'connection-pools' as const, was: poolNames(before), is: poolNames(after) }]),
  ...(before.roles === after.roles
    ? []
    : [
        { item: 'roles' as const, was: before.roles?.roles ?? [], is: after.roles?.roles ?? [] },
        { item: 'grants' as const, was: grantNames(before.roles), is: grantNames(after.roles) },
      ]),
  ...(before.userConfig === after.userConfig
    ? []
    : [{ item: 'ip-filter' as const, was: addressesIn(before.userConfig), is: addressesIn(after.userConfig) }]),
];

const userNames = ({ users }: Held): readonly string[] => users.map(({ username }) => username);
const poolNames = ({ pools }: Held): readonly string[] => pools.map(({ pool }) => pool);

/** Users of both states whose password is another one. */
const changedPasswords = (before: Held, after: Held): readonly string[] => {
  if (before.users === after.users) return [];
  const keys = new Map(after.users.map(({ username, passwordKey }) => [username, passwordKey]));
  return before.users
    .filter(({ username, passwordKey }) => (keys.get(username) ?? passwordKey) !== passwordKey)
    .map(({ username }) => username);
};

/** The address ranges that may connect: each a text, or an object that names its network. */
const addressesIn = ({ ip_filter: filter }: JsonObject): readonly string[] => {
  if (!Array.isArray(filter)) return everywhere;
  return filter.flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [entry];
    const network = typeof entry === 'object' && entry !== null && 'network' in entry ? entry.network : undefined;
    return typeof network === 'string' ? [network] : [];
  });
};

/**
 * What a fork of the state `then` gets that its source has not any more; addresses only when the fork does not name its own.
 */
export const returnedSince = (
  then: Held,
  now: Held,
  { ownAddresses }: { readonly ownAddresses: boolean },
): readonly { readonly item: AccessItem; readonly names: readonly string[] }[] => {
  const pairs: readonly Pair[] = [
    ...heldBeforeAndAfter(then, now).filter(({ item }) => item !== 'ip-filter' || !ownAddresses),
    { item: 'passwords', was: changedPasswords(then, now), is: [] },
  ];
  return pairs.flatMap(({ item, was, is }) => {
    const names = was.filter((name) => !is.includes(name));
    return names.length === 0 ? [] : [{ item, names }];
  });
};
