// SQLite reading the same rows of a registry's file, with the registry's own driver, and nothing else: imports nothing of src.
import { createRequire } from 'node:module';

const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite');

/** Reads and parses bodies of a file. Each gives the time that it took, in ms. */
export const openFloor = (path) => {
  const database = new DatabaseSync(path, { readOnly: true });
  const timed = (sql, ...values) => {
    const statement = database.prepare(sql);
    return () => {
      const started = performance.now();
      for (const { body } of statement.iterate(...values)) JSON.parse(body);
      return performance.now() - started;
    };
  };
  const services = "SELECT body FROM views WHERE key > 'service/' AND key < 'service0' ORDER BY key LIMIT ?";
  const rows =
    "SELECT body FROM events WHERE instance = ? AND kind = 'ledger' AND version > ? ORDER BY version LIMIT ?";
  return {
    page: timed(services, 100),
    list: timed(services, -1),
    rowsPage: timed(rows, 'demo/ledger#1', 5_000, 100),
    rows: timed(rows, 'demo/ledger#1', 0, -1),
    close: () => database.close(),
  };
};
