// Fills the file of a registry in one transaction: what the registry itself wrote for one service and one row is copied under other names.
import { createRequire } from 'node:module';
import { createEstate, execute, rebuild, rowOf, serviceOf } from '../registry/estate.mjs';

const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite');

const numbers =
  'WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $count), newest AS (SELECT max(version) AS version FROM events), ';

/** Each copy of a service has all its events. */
const copyServices = `${numbers} originals AS
    (SELECT row_number() OVER (ORDER BY version) AS place, count(*) OVER () AS many, * FROM events WHERE instance = 'demo/s-0#1')
  INSERT INTO events (stream, version, at, instance, kind, body)
  SELECT stream, newest.version + (n - 1) * many + place, at, 'demo/s-' || n || '#1', kind, replace(body, '"s-0"', '"s-' || n || '"')
  FROM numbers, originals, newest ORDER BY n, place`;

const copyRows = `${numbers} original AS (SELECT * FROM events WHERE instance = 'demo/ledger#1' AND kind = 'ledger')
  INSERT INTO events (stream, version, at, instance, kind, body)
  SELECT stream, newest.version + n, at, instance, kind,
    replace(replace(body, '"order-0"', '"order-' || n || '"'), 'amount 0, customer 0', 'amount ' || n % 977 || ', customer ' || n % 9973)
  FROM numbers, original, newest ORDER BY n`;

/** A registry with so many services, beside one that has so many rows, one event a row. */
export const fill = (path, { services, rows }) => {
  const registry = createEstate(path);
  execute(registry, serviceOf('s-0'));
  execute(registry, serviceOf('ledger'));
  execute(registry, rowOf('ledger', 0));
  registry.close();
  const database = new DatabaseSync(path);
  database.exec('BEGIN');
  database.prepare(copyServices).run({ $count: services - 1 });
  database.prepare(copyRows).run({ $count: rows - 1 });
  database.exec('COMMIT');
  database.close();
  rebuild(path);
};
