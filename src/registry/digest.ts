import {
  byCodeUnit,
  canonicalJson,
  sha256,
  sha256Hex,
  type JsonObject,
  type JsonValue,
  type ServiceType,
} from '../domain';
import type { DataUser, LedgerRow } from './registry';
import type { ConnectionPool } from './records';

/** Lower-case hexadecimal SHA-256 of the canonical JSON. */
const computeDigest = (value: JsonValue): string => sha256Hex(canonicalJson(value));

/** Digest of what a service holds: databases, users and pools in order of name, rows in the order written. */
export const digestData = (data: {
  readonly databases: readonly string[];
  readonly rows: readonly LedgerRow[];
  readonly users: readonly DataUser[];
  readonly pools: readonly ConnectionPool[];
}): string => {
  const hash = sha256();
  const write = (value: JsonValue): void => void hash.update(canonicalJson(value)).update('\n');
  write([...data.databases].sort());
  for (const user of byName(data.users, ({ username }) => username)) write({ ...user });
  for (const pool of byName(data.pools, ({ pool: name }) => name)) write({ ...pool });
  for (const row of data.rows) write([row.database, row.key, row.value, row.writtenAt]);
  return hash.hex();
};

const byName = <T>(items: readonly T[], name: (item: T) => string): readonly T[] =>
  [...items].sort((a, b) => byCodeUnit(name(a), name(b)));

/** Whether a setting goes over into a fork: all but fork and create-only keys, backup regions and single sign-on. */
export const isCopiedSetting = (type: ServiceType | undefined, key: string): boolean => {
  if (key === 'additional_backup_regions' || key === 'recovery_basebackup_name') return false;
  const known = type?.userConfig.find((candidate) => candidate.key === key);
  return known === undefined || !(known.createOnly || known.effect === 'fork' || known.effect === 'sso');
};

/** Digest of the settings that go over into a fork. */
export const digestConfig = (type: ServiceType | undefined, userConfig: JsonObject): string =>
  computeDigest(copiedSettings(type, userConfig));

/** The settings that go over into a fork. */
export const copiedSettings = (type: ServiceType | undefined, userConfig: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(userConfig).filter(([key]) => isCopiedSetting(type, key)));
