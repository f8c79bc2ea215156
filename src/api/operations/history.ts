import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, cursor, list, nullableText, pageLimit } from './fields';
import { GET, operation } from './operation';
import { lineage } from './service-answer';

const service = '/v1/forkcast/project/{project}/service/{service}';

/** Which life of a name is meant. @default the newest, live or ended */
const incarnation = once(() =>
  z.exactOptional(
    z
      .string()
      .check(z.regex(/^[1-9]\d{0,8}$/), z.describe('Which life of the name is meant, the newest unless given.')),
  ),
);

const source = once(() => z.extend(lineage(), { source_incarnation: z.number() }));

/**
 * Where a service came from, nearest ancestor first; `source_live`: the ancestor is live today, as the service that was forked.
 * `source_ended_at` null: it is live.
 */
const ancestor = once(() =>
  z.extend(source(), { source_live: z.boolean(), source_ended_at: z.exactOptional(nullableText) }),
);

export type AncestorBody = z.infer<ReturnType<typeof ancestor>>;

const instance = once(() => atLeast({ project: z.string(), service_name: z.string(), incarnation: z.number() }));

const life = once(() =>
  z.extend(instance(), {
    service_type: z.string(),
    plan: z.string(),
    cloud_name: z.string(),
    created_at: z.string(),
    /** Null: it is live. */
    ended_at: nullableText,
    lineage: z.nullable(source()),
  }),
);

const descendant = once(() =>
  z.extend(life(), {
    /** 1: forked from the service itself. */
    depth: z.number(),
    parent: instance(),
  }),
);

const endedService = once(() =>
  z.extend(life(), {
    how: z.enum(['terminated', 'removed']),
    backups_kept_until: z.string(),
    /** The service that it followed; null: it was no replica. */
    replica_of: z.nullable(instance()),
    /** Who held it last, or made it; null: nobody told. */
    made_by: z.nullable(atLeast({ stack: z.string(), path: z.string() })),
  }),
);

/** Operations on where services came from, and what became of them. */
export const historyOperations = {
  LineageGet: operation({
    ...GET,
    path: `${service}/lineage`,
    needs: 'read',
    summary: 'Tells where a service was forked from, and its ancestors; of an ended one, too.',
    query: () => z.object({ incarnation: incarnation() }),
    answer: () => atLeast({ lineage: list(ancestor()) }),
  }),

  DescendantsGet: operation({
    ...GET,
    path: `${service}/descendants`,
    needs: 'read',
    summary:
      'Lists the forks of a service and theirs, page by page: each with its own behind it, ended ones among them. Of an ended one, too.',
    query: () => z.object({ incarnation: incarnation(), limit: pageLimit(), cursor }),
    answer: () =>
      atLeast({
        now: z.string(),
        incarnation: z.number(),
        descendants: list(descendant()),
        /** Null: this is the last page. */
        next: nullableText,
      }),
  }),

  EndedServiceList: operation({
    ...GET,
    path: '/v1/forkcast/project/{project}/ended',
    needs: 'read',
    summary:
      'Lists the services of a project that have ended, page by page, by name. A page may hold fewer than `limit`, even none; go on ' +
      'with `cursor` while `next` is not null.',
    query: () => z.object({ limit: pageLimit(), cursor }),
    answer: () =>
      atLeast({
        now: z.string(),
        services: list(endedService()),
        /** Null: this is the last page. */
        next: nullableText,
      }),
  }),
};
