// The least that SQLite can do for the same durability, with the registry's own driver.
import { createRequire } from 'node:module';

const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite');

/** A database with one table of events, as durable as a registry: WAL, synchronous FULL. */
export const openFloor = (path) => {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    'CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY, stream TEXT, version INTEGER, body TEXT, UNIQUE (stream, version)) STRICT',
  );
  const newest = database.prepare('SELECT max(version) AS version FROM events WHERE stream = ?');
  const insert = database.prepare('INSERT INTO events (stream, version, body) VALUES (?, ?, ?)');
  return {
    /** One durable transaction: read the version, insert the next. */
    append: (stream, body) => {
      database.exec('BEGIN IMMEDIATE');
      insert.run(stream, (newest.get(stream)?.version ?? 0) + 1, body);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
};

/** Reads and parses the body of every event of a registry's file. Returns their number. */
export const readBodies = (path) => {
  const database = new DatabaseSync(path);
  let events = 0;
  for (const { body } of database.prepare('SELECT body FROM events ORDER BY position').all()) {
    JSON.parse(body);
    events += 1;
  }
  database.close();
  return events;
};
