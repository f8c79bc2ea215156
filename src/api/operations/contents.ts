import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, list, text, texts, wholeText } from './fields';
import { GET, POST, operation } from './operation';
import { notRunning } from './refusals';

const rowsPath = '/v1/forkcast/project/{project}/service/{service}/rows';

/** One row of a service's simulated ledger. */
const row = once(() => atLeast({ database: z.string(), key: z.string(), value: z.string(), written_at: z.string() }));

/** One page of the ledger. `total` counts the rows that match, on all pages. */
const rows = once(() => atLeast({ at: z.string(), total: z.number(), rows: list(row()) }));

const written = once(() => atLeast({ written_at: z.string() }));

/** What a service held at one instant. */
const contents = once(() =>
  atLeast({
    at: z.string(),
    databases: texts,
    users: texts,
    connection_pools: texts,
    /** Its settings, without what is secret. Absent: a registry of 0.1.0 does not tell. */
    user_config: z.exactOptional(jsonObject),
    row_count: z.number(),
    /** Hash of databases, ledger, users and pools. */
    data_digest: z.string(),
    /** Hash of the settings less create-only keys, backup regions and single sign-on. */
    config_digest: z.string(),
  }),
);

/** Operations on what a service holds. */
export const contentsOperations = {
  RowsRead: operation({
    ...GET(rowsPath),
    summary: 'Reads one page of the ledger of a service as it stood at an instant, in the order written.',
    query: () =>
      z.object({
        at: z.exactOptional(text),
        database: z.exactOptional(text),
        key: z.exactOptional(text),
        offset: wholeText(999_999_999),
        limit: wholeText(10_000),
      }),
    answer: rows,
  }),

  RowWrite: operation({
    ...POST(rowsPath),
    needs: 'admin',
    summary: 'Writes one row to the ledger of a service, now.',
    body: () => z.strictObject({ database: text, key: z.string(), value: z.string() }),
    answer: written,
    refuses: ['database_not_found', 'name_invalid', 'operation_not_simulated', ...notRunning],
  }),

  RowsGenerate: operation({
    ...POST('/v1/forkcast/project/{project}/service/{service}/rows/generate'),
    needs: 'admin',
    summary: 'Writes rows drawn from a seed to the ledger of a service, now.',
    body: () =>
      z.strictObject({
        database: text,
        count: z.int().check(z.minimum(1), z.maximum(1_000_000)),
        seed: z.exactOptional(text),
      }),
    answer: written,
    refuses: ['database_not_found', 'operation_not_simulated', ...notRunning],
  }),

  ContentsGet: operation({
    ...GET('/v1/forkcast/project/{project}/service/{service}/contents'),
    summary: 'Tells what a service held at an instant: names, settings, row count and digests.',
    query: () => z.object({ at: z.exactOptional(text) }),
    answer: contents,
  }),
};
