import { byCodeUnit, canonicalJson, sha256Hex, type JsonObject, type JsonValue, type ServiceType } from '../domain';
import { contentHash } from './content-hash';
import type { DataUser, LedgerRow } from './registry';
import type { ConnectionPool } from './records';
import { grantNames, type RoleGrants } from './role-grants';

/** Lower-case hexadecimal SHA-256 of the canonical JSON. */
const computeDigest = (value: JsonValue): string => sha256Hex(canonicalJson(value));

/** The digest of what a service holds: databases, users, pools, roles and grants by name, then rows as they are added, in order. */
export const dataDigest = (data: {
  readonly databases: readonly string[];
  readonly users: readonly DataUser[];
  readonly pools: readonly ConnectionPool[];
  /** Absent: none. */
  readonly roles?: RoleGrants | undefined;
}): { readonly add: (rows: readonly LedgerRow[]) => void; readonly end: () => string } => {
  const hash = contentHash();
  const write = (values: readonly JsonValue[]): void =>
    hash.update(values.map((value) => `${canonicalJson(value)}\n`).join(''));
  write([[...data.databases].sort()]);
  write(byName(data.users, ({ username }) => username).map((user) => ({ ...user })));
  write(byName(data.pools, ({ pool: name }) => name).map((pool) => ({ ...pool })));
  if (data.roles !== undefined && holdsAny(data.roles)) write([roleNames(data.roles)]);
  return {
    // A list of texts and a number is canonical as it is written.
    add: (rows) =>
      hash.update(rows.map((row) => `${JSON.stringify([row.database, row.key, row.value, row.writtenAt])}\n`).join('')),
    end: hash.end,
  };
};

const holdsAny = ({ roles, grants, roleGrants }: RoleGrants): boolean =>
  roles.length + grants.length + roleGrants.length > 0;

const roleNames = (held: RoleGrants): JsonValue => [
  [...held.roles].sort(),
  held.grants.map((grant) => canonicalJson({ ...grant })).sort(),
  [...grantNames({ ...held, grants: [] })].sort(),
];

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
