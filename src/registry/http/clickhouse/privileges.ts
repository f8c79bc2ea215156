import { once } from '../../../domain';

/*
 * The names of ClickHouse's privileges that are not their own: what stands for what, and what is part of what.
 * @see ClickHouse documentation, statements/grant (read 2026-11-27)
 */

const aliases: Readonly<Record<string, string>> = {
  DELETE: 'ALTER DELETE',
  UPDATE: 'ALTER UPDATE',
  'ALTER TABLE': 'ALTER',
  'ADD COLUMN': 'ALTER ADD COLUMN',
  'DROP COLUMN': 'ALTER DROP COLUMN',
  'MODIFY COLUMN': 'ALTER MODIFY COLUMN',
  DICTGET: 'dictGet',
  DICTHAS: 'dictGet',
  TRUNCATETABLE: 'TRUNCATE',
};

const parts: Readonly<Record<string, readonly string[]>> = {
  ALTER: [
    ...['ALTER UPDATE', 'ALTER DELETE', 'ALTER COLUMN', 'ALTER MODIFY COMMENT', 'ALTER INDEX', 'ALTER PROJECTION'],
    ...['ALTER CONSTRAINT', 'ALTER TTL', 'ALTER SETTINGS', 'ALTER MOVE PARTITION', 'ALTER FETCH PARTITION'],
    ...['ALTER FREEZE PARTITION', 'ALTER VIEW'],
  ],
  'ALTER COLUMN': [
    ...['ALTER ADD COLUMN', 'ALTER DROP COLUMN', 'ALTER MODIFY COLUMN', 'ALTER COMMENT COLUMN', 'ALTER CLEAR COLUMN'],
    'ALTER RENAME COLUMN',
  ],
  'ALTER INDEX': [
    ...['ALTER ORDER BY', 'ALTER SAMPLE BY', 'ALTER ADD INDEX', 'ALTER DROP INDEX', 'ALTER MATERIALIZE INDEX'],
    'ALTER CLEAR INDEX',
  ],
  'ALTER PROJECTION': [
    ...['ALTER ADD PROJECTION', 'ALTER DROP PROJECTION', 'ALTER MATERIALIZE PROJECTION', 'ALTER CLEAR PROJECTION'],
  ],
  'ALTER CONSTRAINT': ['ALTER ADD CONSTRAINT', 'ALTER DROP CONSTRAINT'],
  'ALTER TTL': ['ALTER MATERIALIZE TTL'],
  'ALTER VIEW': ['ALTER VIEW REFRESH', 'ALTER VIEW MODIFY QUERY'],
  CREATE: ['CREATE DATABASE', 'CREATE TABLE', 'CREATE VIEW', 'CREATE DICTIONARY', 'CREATE FUNCTION'],
  'CREATE TABLE': ['CREATE TEMPORARY TABLE'],
  DROP: ['DROP DATABASE', 'DROP TABLE', 'DROP VIEW', 'DROP DICTIONARY', 'DROP FUNCTION'],
  SHOW: ['SHOW DATABASES', 'SHOW TABLES', 'SHOW COLUMNS', 'SHOW DICTIONARIES'],
};

/** The name that ClickHouse keeps a privilege by, however it was written. Never throws. */
export const privilegeName = (written: string): string => {
  const name = written.toUpperCase();
  return aliases[name] ?? name;
};

const partsWithin = (privilege: string): readonly string[] =>
  (parts[privilege] ?? []).flatMap((part) => [part, ...partsWithin(part)]);

const within: () => ReadonlyMap<string, ReadonlySet<string>> = once(
  () => new Map(Object.keys(parts).map((privilege) => [privilege, new Set(partsWithin(privilege))])),
);

/** Whether who has the one has the other. Never throws. */
export const includesPrivilege = (whole: string, part: string): boolean =>
  whole === 'ALL' || whole === part || within().get(whole)?.has(part) === true;

/** The parts that a privilege is made of; none: it is one of its own. Never throws. */
export const privilegeParts = (privilege: string): readonly string[] => parts[privilege] ?? [];
