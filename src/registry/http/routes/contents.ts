import type { contentsOperations } from '../../../api';
import { toRfc3339, type ServiceId } from '../../../domain';
import type { Contents, Registry } from '../../registry';
import { answered, onAccepted, onService, refused, type Reply } from '../answer';
import { readInstant } from '../read-instant';
import type { Routes } from '../route';
import { serviceIn } from '../service-answers';

const defaultPage = 1000;

/** How the registry answers operations on what a service holds. */
export const contentsRoutes: Routes<typeof contentsOperations> = {
  RowsRead: (registry, { part, query }) =>
    onContents(registry, serviceIn(part), query.at, (contents) => {
      const matching = contents.rows.filter(
        (row) =>
          (query.database === undefined || row.database === query.database) &&
          (query.key === undefined || row.key === query.key),
      );
      const offset = Number(query.offset ?? 0);
      const page = matching.slice(offset, offset + Number(query.limit ?? defaultPage));
      return answered({
        at: toRfc3339(contents.at),
        total: matching.length,
        rows: page.map(({ database, key, value, writtenAt }) => ({
          database,
          key,
          value,
          written_at: toRfc3339(writtenAt),
        })),
      });
    }),

  RowWrite: (registry, { part, body }) =>
    onAccepted(registry.execute({ type: 'WriteRow', ...serviceIn(part), ...body }), ({ at }) =>
      answered({ written_at: toRfc3339(at) }),
    ),

  RowsGenerate: (registry, { part, body: { database, count, seed } }) =>
    onAccepted(
      registry.execute({ type: 'GenerateRows', ...serviceIn(part), database, count, seed: seed ?? 'workload' }),
      ({ at }) => answered({ written_at: toRfc3339(at), count }),
    ),

  ContentsGet: (registry, { part, query }) =>
    onContents(registry, serviceIn(part), query.at, (contents) =>
      answered({
        at: toRfc3339(contents.at),
        databases: [...contents.databases],
        users: contents.users.map((user) => user.username),
        connection_pools: contents.pools.map((pool) => pool.pool),
        row_count: contents.rows.length,
        data_digest: contents.dataDigest,
        config_digest: contents.configDigest,
      }),
    ),
};

const onContents = <Body>(
  registry: Registry,
  id: ServiceId,
  at: string | undefined,
  answer: (contents: Contents) => Reply<Body>,
): Reply<Body> =>
  onService(registry, id, (detail) => {
    const time = readInstant(at, 'Query, at', undefined);
    if ('status' in time) return time;
    const { now } = registry.clock();
    if (time.at !== undefined && time.at > now) {
      return refused(
        'request_invalid',
        `Query, at: ${at} has not come yet; the registry's clock is at ${toRfc3339(now)}.`,
      );
    }
    const contents = registry.contents(id, time.at);
    return contents === undefined
      ? refused(
          'request_invalid',
          `Query, at: ${at} is before the creation of service ${id.service} at ${toRfc3339(detail.createdAt)}.`,
        )
      : answer(contents);
  });
