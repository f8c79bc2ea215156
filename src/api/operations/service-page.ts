import * as z from 'zod/mini';
import { once } from '../../domain';
import { window } from './backups';
import { atLeast, cursor, list, nullableText, pageLimit, text } from './fields';
import { GET, operation } from './operation';
import { everywhere, lineage, ownership, service } from './service-answer';

/** One service as lists show it. Instants are RFC 3339. */
const pagedService = once(() =>
  atLeast({
    project: z.string(),
    ...everywhere(),
    /** 0 to 100 while it is made or changed, and the phase it is in. */
    progress_percent: z.nullable(z.number()),
    progress_phase: nullableText,
    incarnation: z.number(),
    /** Null: it is no fork. */
    forked_from: z.nullable(lineage()),
    /** The `project/service` that it follows; null: it is no replica. */
    replica_of: nullableText,
    ownership: z.exactOptional(ownership()),
    /** What can be restored from each location; [] where a type has no points in time. */
    windows: list(window()),
    newest_backup_at: nullableText,
    backup_count: z.number(),
    /** Only with `whole`: as ServiceGet shows it, without passwords. */
    service: z.exactOptional(service()),
    /** The second backup region; its lag is null while it has no copy. */
    backup_region: atLeast({
      cloud: nullableText,
      status: z.enum(['none', 'pending', 'available', 'paused']),
      pause_reason: nullableText,
      lag_seconds: z.nullable(z.number()),
    }),
  }),
);

export type PagedServiceBody = z.infer<ReturnType<typeof pagedService>>;

/** Operations on lists that are read page by page. */
export const servicePageOperations = {
  ServicePage: operation({
    ...GET('/v1/forkcast/service'),
    isDiscreet: true,
    summary:
      'Lists live services page by page, of `project` or of every project that the token reaches. A page may hold fewer than ' +
      '`limit`, even none; go on with `cursor` while `next` is not null. Who stays and keeps its name is met once, whatever is ' +
      'written meanwhile.',
    query: () =>
      z.object({
        project: z.exactOptional(text),
        filter: z.exactOptional(
          z
            .string()
            .check(
              z.maxLength(500),
              z.describe(
                'Words that all occur (in name, project, type, plan, cloud, source and holder), and `key:value,value` for project, ' +
                  'type, plan, cloud, region (the second one, or none), state, forked and held (yes or no) and owner (id, stack or ' +
                  'none). `*` in a value stands for any text. The field of the console reads the same.',
              ),
            ),
        ),
        sort: z.exactOptional(z.enum(['name', '-name', 'created', '-created'])),
        limit: pageLimit(),
        /** With all that ServiceGet shows of each; then at most 100 on a page. */
        whole: z.exactOptional(z.enum(['true', 'false'])),
        cursor,
      }),
    answer: () =>
      atLeast({
        now: z.string(),
        /** Number of events of the registry: it grows with every change. */
        version: z.number(),
        /** That of the first page. */
        first_version: z.number(),
        services: list(pagedService()),
        /** Null: this is the last page. */
        next: nullableText,
      }),
    refuses: ['project_not_found'],
  }),
};
