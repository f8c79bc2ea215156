/** Marks an SQLite file as a Forkcast registry: "FKCT" in ASCII. */
export const applicationId = 0x464b4354;

/** Newest format of the file that this version reads and writes. */
export const formatVersion = 1;

/** Tells an event that wrote many rows, in the words of its index: a file of before has none, and is looked through. */
export const generatedMark = `substr(body, 1, 23) = '{"type":"RowsGenerated"'`;

/** The tables of a new registry. `instance` is null for events that are about no single service. */
export const createTables = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    instance TEXT,
    kind TEXT,
    body TEXT NOT NULL,
    UNIQUE (stream, version)
  ) STRICT;
  CREATE INDEX events_by_instance ON events (instance, kind, version) WHERE instance IS NOT NULL;
  CREATE INDEX events_generated ON events (instance, version) WHERE ${generatedMark};
  CREATE TABLE views (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE notes (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${formatVersion};
`;
