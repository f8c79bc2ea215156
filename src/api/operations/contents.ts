import * as z from 'zod/mini';
import { text, wholeText } from './fields';
import { operation } from './operation';

const rowsPath = '/v1/forkcast/project/{project}/service/{service}/rows';

export const rowsRead = operation({
  id: 'RowsRead',
  method: 'GET',
  path: rowsPath,
  needs: 'read',
  summary: 'Reads one page of the ledger of a service as it stood at an instant, in the order written.',
  query: () =>
    z.object({
      at: z.optional(text),
      database: z.optional(text),
      key: z.optional(text),
      offset: wholeText(999_999_999),
      limit: wholeText(10_000),
    }),
});

export const rowWrite = operation({
  id: 'RowWrite',
  method: 'POST',
  path: rowsPath,
  needs: 'admin',
  summary: 'Writes one row to the ledger of a service, now.',
  body: () => z.strictObject({ database: text, key: z.string(), value: z.string() }),
});

export const rowsGenerate = operation({
  id: 'RowsGenerate',
  method: 'POST',
  path: '/v1/forkcast/project/{project}/service/{service}/rows/generate',
  needs: 'admin',
  summary: 'Writes rows drawn from a seed to the ledger of a service, now.',
  body: () =>
    z.strictObject({
      database: text,
      count: z.int().check(z.minimum(1), z.maximum(1_000_000)),
      seed: z.optional(text),
    }),
});

export const contentsGet = operation({
  id: 'ContentsGet',
  method: 'GET',
  path: '/v1/forkcast/project/{project}/service/{service}/contents',
  needs: 'read',
  summary: 'Tells what a service held at an instant: names, row count and digests.',
  query: () => z.object({ at: z.optional(text) }),
});

export const lineageGet = operation({
  id: 'LineageGet',
  method: 'GET',
  path: '/v1/forkcast/project/{project}/service/{service}/lineage',
  needs: 'read',
  summary: 'Tells where a service was forked from, and its ancestors.',
});

/** Operations on what a service holds and where it came from. */
export const contentsOperations = [rowsRead, rowWrite, rowsGenerate, contentsGet, lineageGet] as const;
