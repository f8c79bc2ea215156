import * as z from 'zod/mini';
import type { AccessHistory } from './access-history';
import { toRfc3339 } from './time';

/** What came and went in a service, as a snapshot file holds it; `instant` is the file's form of an instant. */
export const accessShape = <Instant extends z.ZodMiniType<string>>(instant: Instant) =>
  z.strictObject({
    from: instant,
    changes: z.array(
      z.strictObject({
        at: instant,
        item: z.enum(['service-users', 'passwords', 'databases', 'connection-pools', 'ip-filter']),
        name: z.string(),
        change: z.enum(['added', 'removed']),
      }),
    ),
  });

type AccessEntry = z.infer<ReturnType<typeof accessShape>>;

/** The history as the file holds it. Never throws. */
export const accessEntry = ({ from, changes }: AccessHistory): AccessEntry => ({
  from: toRfc3339(from),
  changes: changes.map((change) => ({ ...change, at: toRfc3339(change.at) })),
});

/** The history back from the file, whose instants were checked. Never throws. */
export const accessFrom = ({ from, changes }: AccessEntry): AccessHistory => ({
  from: Date.parse(from),
  changes: changes.map((change) => ({ ...change, at: Date.parse(change.at) })),
});
