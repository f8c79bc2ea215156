import type { AnswerOf, contentsOperations, Contract } from '../../../api';
import { toRfc3339, type EpochMs, type ServiceId } from '../../../domain';
import type { Contents, Registry } from '../../registry';
import { answered, onExecuted, onService, refused, type Reply } from '../answer';
import { readInstant } from '../read-instant';
import type { Routes } from '../route';

const defaultPage = 1000;

/** How the registry answers operations on what a service holds. */
export const contentsRoutes: Routes<typeof contentsOperations> = {
  RowsRead: (registry, { at, query }) =>
    atInstant(registry, at, query.at, (id, at) => {
      const page = registry.rows(id, at, {
        filter: { database: query.database, key: query.key },
        offset: Number(query.offset ?? 0),
        limit: Number(query.limit ?? defaultPage),
      });
      return (
        page && {
          at: toRfc3339(page.at),
          total: page.total,
          rows: page.rows.map(({ writtenAt, ...row }) => ({ ...row, written_at: toRfc3339(writtenAt) })),
        }
      );
    }),

  RowWrite: (registry, { at, body }) =>
    onExecuted(registry, { type: 'WriteRow', ...at, ...body }, ({ at }) => answered({ written_at: toRfc3339(at) })),

  RowsGenerate: (registry, { at, body: { database, count, seed } }) =>
    onExecuted(registry, { type: 'GenerateRows', ...at, database, count, seed: seed ?? 'workload' }, ({ at }) =>
      answered({ written_at: toRfc3339(at), count }),
    ),

  ContentsGet: (registry, { at, query }) =>
    atInstant(registry, at, query.at, (id, at) => {
      const contents = registry.contents(id, at);
      return contents && contentsBody(contents);
    }),
};

/** What a service held, without the rows themselves. */
export const contentsBody = (contents: Contents): AnswerOf<Contract['ContentsGet']> => ({
  at: toRfc3339(contents.at),
  databases: [...contents.databases],
  users: contents.users.map((user) => user.username),
  connection_pools: contents.pools.map((pool) => pool.pool),
  user_config: contents.settings,
  row_count: contents.rowCount,
  data_digest: contents.dataDigest,
  config_digest: contents.configDigest,
});

/** Answers about a live service at an instant: now, when none is named. `look` gives undefined before its creation. */
export const atInstant = <Body>(
  registry: Registry,
  id: ServiceId,
  at: string | undefined,
  look: (id: ServiceId, at: EpochMs | undefined) => Body | undefined,
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
    const found = look(id, time.at);
    return found === undefined
      ? refused(
          'request_invalid',
          `Query, at: ${at} is before the creation of service ${id.service} at ${toRfc3339(detail.facts.createdAt)}.`,
        )
      : answered(found);
  });
