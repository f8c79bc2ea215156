import * as z from 'zod/mini';
import { entry, Instant, list } from './entry';

/** Something that was added to a service or taken from it: a name, a grant, an address range, or a password that a user had until then. */
const AccessChange = entry({
  at: Instant,
  item: z.enum(['service-users', 'passwords', 'databases', 'connection-pools', 'roles', 'grants', 'ip-filter']),
  name: z.string(),
  change: z.enum(['added', 'removed']),
});

/** What came and went in a service: who can log in from where, and to what. */
export const AccessHistory = entry({
  /** The changes after this instant are all there; of what was before, nothing is told. */
  from: Instant,
  /** Oldest first. */
  changes: list(AccessChange),
});

/** What came and went in a service: who can log in from where, and to what. */
export type AccessHistory = z.infer<typeof AccessHistory>;

/** Something that was added to a service or taken from it. */
export type AccessChange = AccessHistory['changes'][number];

/** Kinds of things that a recovery point brings back when they were taken away since. */
export type AccessItem = AccessChange['item'];
